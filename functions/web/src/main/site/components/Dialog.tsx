import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../core/hooks.ts';
import { words } from '../core/language.ts';
import { Icon } from './Icon.tsx';

const text = words({ close: '닫기' }, { close: 'Close' });

/**
 * The browser's own modal dialog: it keeps the focus inside, closes by Escape, and gives the focus back to what
 * opened it.
 */
export function Dialog({ label, onClose, wide = false, rises = true, children }: {
  label: string;
  onClose: () => void;
  wide?: boolean;
  /** Not where it is all there is: then it is simply there. */
  rises?: boolean;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const said = useWords(text);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const page = document.documentElement;
    // Where the page has a scroll bar, its place is kept: nothing shifts.
    const bar = innerWidth > page.clientWidth;
    dialog.current?.showModal();
    dialog.current?.focus();
    page.classList.add('behind-dialog');
    page.classList.toggle('keeps-bar', bar);
    return () => {
      page.classList.remove('behind-dialog', 'keeps-bar');
      if (before?.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={['dialog', wide && 'wide', rises && 'rises'].filter(Boolean).join(' ')}
      aria-label={label}
      tabIndex={-1}
      onCancel={(event) => { event.preventDefault(); onClose(); }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="dialog-body">
        {children}
        <button type="button" class="round small dialog-close" aria-label={said.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
    </dialog>
  );
}
