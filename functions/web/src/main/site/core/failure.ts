/** What the API, or the way to it, answered instead of what was asked for. */
export class Failure extends Error {
  constructor(
    /** 0 where no answer came. */
    readonly status: number,
    /** From the API's closed list, or `OFFLINE`, `REFUSED`, `DEFECT`. */
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly requestId: string = '',
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
    this.name = 'Failure';
  }

  /** Whether the same request may succeed in a moment. */
  get passes(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** Whether it is ours rather than a mistake of who asked. */
  get ours(): boolean {
    return this.status >= 500;
  }

  /** The field of a form that it is about, if it is about one. */
  get field(): string | null {
    const field = this.details.field;
    return typeof field === 'string' ? field : null;
  }

  static of(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    return new Failure(-1, 'DEFECT', thrown instanceof Error ? thrown.message : String(thrown));
  }
}

interface ErrorBody {
  error?: { code?: string; message?: string; details?: Record<string, unknown>; requestId?: string };
  /** API Gateway's own refusals. */
  message?: string;
}

/** Where the answer is not ours, its number stands in the gateway's header alone. */
export function failureOf(status: number, body: unknown, retryAfter: string | null, number: string | null = null): Failure {
  const { error, message } = (typeof body === 'object' && body !== null ? body : {}) as ErrorBody;
  const seconds = retryAfter === null ? NaN : Number(retryAfter);
  return new Failure(
    status,
    error?.code ?? 'REFUSED',
    error?.message ?? message ?? '',
    error?.details ?? {},
    error?.requestId ?? number ?? '',
    Number.isFinite(seconds) ? seconds : null,
  );
}
