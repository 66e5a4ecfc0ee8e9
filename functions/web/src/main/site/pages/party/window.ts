import type { PayWindow } from '../../api/party.ts';
import { Failure } from '../../core/failure.ts';

/** The provider's own script, loaded only when somebody is about to pay. */
const SCRIPT = 'https://js.bootpay.co.kr/bootpay-5.3.0.min.js';

interface Bootpay {
  requestPayment(wanted: object): Promise<unknown>;
  requestSubscription(wanted: object): Promise<unknown>;
}

const library = () => (globalThis as { Bootpay?: Bootpay }).Bootpay;

async function loaded(): Promise<Bootpay> {
  const known = library();
  if (known) return known;
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = SCRIPT;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Failure(0, 'OFFLINE', 'The payment provider cannot be reached'));
    };
    document.head.append(script);
  });
  const now = library();
  if (!now) throw new Failure(503, 'UNAVAILABLE', 'The payment provider cannot be reached');
  return now;
}

/**
 * Leaves for the pay window, which leads back to the path with what came of it: `event`, `receipt_id` and `order_id`.
 * Whose window it is, the API says.
 */
export async function pay(window: PayWindow, path: string): Promise<void> {
  const redirect = location.origin + path;
  if (window.standIn) {
    leave(window.standIn, { order_id: window.orderId, order_name: window.orderName, price: String(window.price), redirect });
    return;
  }
  const bootpay = await loaded();
  await bootpay.requestPayment({
    client_key: window.clientKey,
    order_id: window.orderId,
    order_name: window.orderName,
    price: window.price,
    redirect_url: redirect,
    extra: { separately_confirmed: true, open_type: 'redirect', redirect_url: redirect },
  });
}

/** The same for a card that later months are charged to. */
export async function register(card: { clientKey: string; subscriptionId: string; standIn?: string }, name: string, path: string): Promise<void> {
  const redirect = location.origin + path;
  if (card.standIn) {
    leave(card.standIn, { subscription_id: card.subscriptionId, redirect });
    return;
  }
  const bootpay = await loaded();
  await bootpay.requestSubscription({
    client_key: card.clientKey,
    subscription_id: card.subscriptionId,
    order_name: name,
    price: 0,
    redirect_url: redirect,
    extra: { open_type: 'redirect', redirect_url: redirect },
  });
}

function leave(address: string, parameters: Record<string, string>) {
  location.assign(`${address}?${new URLSearchParams(parameters)}`);
}
