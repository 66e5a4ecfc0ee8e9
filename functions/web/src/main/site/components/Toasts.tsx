import { useEffect } from 'preact/hooks';
import { Failure } from '../core/failure.ts';
import { useLanguage, useStore } from '../core/hooks.ts';
import { words } from '../core/language.ts';
import { problem } from '../core/problems.ts';
import { createStore } from '../core/store.ts';
import { Icon } from './Icon.tsx';

interface Toast {
  readonly id: number;
  readonly text: string | Failure;
  readonly action?: { readonly name: string; run(): void };
}

const SHOWN_MILLIS = 6_000;
const toasts = createStore<readonly Toast[]>([]);
let ids = 0;

/** Says something in passing, with at most one thing to do about it. */
export function say(text: string | Failure, action?: Toast['action']): void {
  const toast = { id: ++ids, text, action };
  toasts.set([...toasts.get().slice(-1), toast]);
}

const dismiss = (id: number) => toasts.set(toasts.get().filter((toast) => toast.id !== id));

const text = words({ close: '알림 닫기' }, { close: 'Close message' });

export function Toasts() {
  const shown = useStore(toasts);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.map((toast) => <Shown key={toast.id} toast={toast} />)}
    </div>
  );
}

function Shown({ toast }: { toast: Toast }) {
  const language = useLanguage();
  useEffect(() => {
    const timer = setTimeout(() => dismiss(toast.id), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [toast.id]);
  const { action } = toast;
  return (
    <div class="toast" id={`toast-${toast.id}`}>
      <span>{typeof toast.text === 'string' ? toast.text : problem(toast.text, language)}</span>
      {action && (
        <button type="button" class="toast-action" onClick={() => { dismiss(toast.id); action.run(); }}>
          {action.name}
        </button>
      )}
      <button type="button" class="toast-close" aria-label={text[language].close} onClick={() => dismiss(toast.id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
