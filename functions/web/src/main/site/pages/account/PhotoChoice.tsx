import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { PHOTO_KINDS, PhotoCrop } from '../../components/PhotoCrop.tsx';
import { useLanguage } from '../../core/hooks.ts';
import { text } from './words.ts';

/** A picture for an account that is not there yet: it stays here until then. Without one, we draw one. */
export function PhotoChoice({ picture, onChange }: { picture: Blob | null; onChange: (picture: Blob | null) => void }) {
  const said = text[useLanguage()].photo;
  const [file, setFile] = useState<File | null>(null);
  const shown = useAddress(picture);
  return (
    <div class="stack-small photo-choice">
      <div class="photo-row">
        {shown ? <img src={shown} alt={said.chosen} width={88} height={88} /> : <span class="photo-none" aria-hidden="true"><Icon name="person" /></span>}
        <div class="stack-small">
          <span class="small-text quiet">{said.lead}</span>
          <div class="actions">
            <label class="button plain small file-button">
              {picture ? said.other : said.choose}
              <input type="file" accept={PHOTO_KINDS} onChange={(event) => { setFile(event.currentTarget.files?.[0] ?? null); event.currentTarget.value = ''; }} />
            </label>
            {picture && <button type="button" class="button plain small" onClick={() => onChange(null)}>{said.without}</button>}
          </div>
        </div>
      </div>
      {file && <PhotoCrop file={file} take={(taken) => { onChange(taken); setFile(null); return Promise.resolve(); }} />}
    </div>
  );
}

/** Where the page itself can show a picture that was never sent. */
function useAddress(picture: Blob | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!picture) {
      setAddress(null);
      return;
    }
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return address;
}
