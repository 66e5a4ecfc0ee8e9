import { useState } from 'preact/hooks';
import { AGE_BANDS } from '../../api/account.ts';
import { changeProfile, profile as loadProfile, putPhoto, removePhoto, type Profile } from '../../api/member.ts';
import { Field, SelectField, TextField } from '../../components/Field.tsx';
import { PHOTO_KINDS, PhotoCrop } from '../../components/PhotoCrop.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { Failure } from '../../core/failure.ts';
import { useAction, useLanguage, useStore } from '../../core/hooks.ts';
import type { Language } from '../../core/language.ts';
import { autoplay } from '../../core/motion.ts';
import { chooseLanguage, sessions } from '../../core/site.ts';
import { text } from './words.ts';

export function ProfilePart({ profile, onChange }: { profile: Profile; onChange: (profile: Profile) => void }) {
  const said = text[useLanguage()];
  const [photo, setPhoto] = useState<File | null>(null);
  const action = useAction(async (entered: Record<string, string>) => {
    const changed = await changeProfile({ nickname: entered.nickname, bio: entered.bio, ageBand: entered.ageBand, visibility: entered.visibility as Profile['visibility'] });
    onChange(changed);
    const session = sessions.get();
    if (session) sessions.set({ ...session, nickname: changed.nickname });
    say(said.saved);
  });
  const removing = useAction(async () => { await removePhoto(); onChange(await loadProfile()); say(said.photoRemoved); });
  return (
    <section class="panel stack" id="profile">
      <h2 class="panel-title">{said.parts.profile}</h2>
      <div class="photo-row">
        <img src={profile.picture.large} alt={said.photo} width={88} height={88} />
        <div class="stack-small">
          <label class="button plain small file-button">
            {said.choosePhoto}
            <input type="file" accept={PHOTO_KINDS} onChange={(event) => setPhoto(event.currentTarget.files?.[0] ?? null)} />
          </label>
          {!profile.picture.drawn && <button type="button" class="button plain small" aria-disabled={removing.busy} onClick={() => void removing.run()}>{said.removePhoto}</button>}
          <Problem failure={removing.failure} />
        </div>
      </div>
      {photo && <PhotoCrop file={photo} take={async (picture) => { await putPhoto(picture); setPhoto(null); onChange(await loadProfile()); say(said.photoSaved); }} />}
      <form class="form" onSubmit={(event) => { event.preventDefault(); void action.run(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))); }}>
        <Field label={said.nickname} name="nickname" required maxLength={40} defaultValue={profile.nickname} autoComplete="nickname" />
        <TextField label={said.bio} name="bio" rows={3} maxLength={300} hint={said.bioHint} defaultValue={profile.bio ?? ''} />
        <div class="pair">
          <SelectField label={said.age} name="ageBand" hint={said.ageHint} defaultValue={profile.ageBand ?? ''}>
            <option value="" selected={!profile.ageBand}>{said.unsaid}</option>
            {AGE_BANDS.map((band) => <option key={band} value={band} selected={band === profile.ageBand}>{said.ages[band]}</option>)}
          </SelectField>
          <SelectField label={said.privacy} name="visibility" hint={said.privacyHint}>
            {(['public', 'private'] as const).map((one) => <option key={one} value={one} selected={one === profile.visibility}>{said.privacies[one]}</option>)}
          </SelectField>
        </div>
        <Problem failure={action.failure} />
        <div class="actions"><button type="submit" class="button" aria-disabled={action.busy}>{said.save}</button></div>
      </form>
    </section>
  );
}

/** Both hold at once here; on other devices once the server knows them. */
export function ViewingPart({ profile }: { profile: Profile }) {
  const language = useLanguage();
  const said = text[language];
  const plays = useStore(autoplay);
  const keep = (change: Parameters<typeof changeProfile>[0]) => void changeProfile(change).catch((thrown) => say(Failure.of(thrown)));
  return (
    <section class="panel stack" id="viewing">
      <h2 class="panel-title">{said.parts.viewing}</h2>
      <SelectField label={said.language} value={language} onChange={(event) => { const next = event.currentTarget.value as Language; chooseLanguage(next); if (next !== profile.language) keep({ language: next }); }}>
        <option value="ko">한국어</option>
        <option value="en">English</option>
      </SelectField>
      <label class="check"><input type="checkbox" checked={plays} onChange={(event) => { autoplay.set(event.currentTarget.checked); keep({ autoplay: event.currentTarget.checked }); }} /> {said.autoplay}</label>
      <p class="small-text quiet">{said.autoplayHint}</p>
      <div class="actions">
        <a class="button plain small" href="/notices">{said.notices}</a>
        <a class="button plain small" href="/party/card">{said.card}</a>
      </div>
    </section>
  );
}
