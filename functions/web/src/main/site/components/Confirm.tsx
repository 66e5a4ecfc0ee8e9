import type { ComponentChildren } from 'preact';
import { useAction, useWords } from '../core/hooks.ts';
import { words } from '../core/language.ts';
import { Dialog } from './Dialog.tsx';
import { Problem } from './Trouble.tsx';

const text = words({ back: '그만두기' }, { back: 'Not now' });

/** Asks before what cannot be taken back; what else is needed for it stands between. */
export function Confirm({ title, lead, button, onClose, act, children, disabled = false }: {
  title: string;
  lead?: ComponentChildren;
  button: string;
  onClose: () => void;
  act: (entered: Record<string, string>) => Promise<void>;
  children?: ComponentChildren;
  disabled?: boolean;
}) {
  const said = useWords(text);
  const action = useAction(act);
  return (
    <Dialog label={title} onClose={onClose}>
      <form
        class="dialog-plain"
        onSubmit={(event) => {
          event.preventDefault();
          const entered = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
          void action.run(entered);
        }}
      >
        <h2 class="dialog-title">{title}</h2>
        {lead && <div class="quiet">{lead}</div>}
        {children}
        <Problem failure={action.failure} />
        <div class="actions">
          <button type="submit" class="button" disabled={disabled} aria-disabled={action.busy}>{button}</button>
          <button type="button" class="button plain" onClick={onClose}>{said.back}</button>
        </div>
      </form>
    </Dialog>
  );
}
