import { useState } from 'preact/hooks';
import { AGE_BANDS, available, signUp } from '../../api/account.ts';
import { putPhoto } from '../../api/member.ts';
import { Field, SelectField } from '../../components/Field.tsx';
import { say } from '../../components/Toasts.tsx';
import { Failure } from '../../core/failure.ts';
import { useLanguage, useResource, useSettled } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { Form, Narrow, SocialButtons } from './parts.tsx';
import { PhotoChoice } from './PhotoChoice.tsx';
import { text } from './words.ts';

export default function JoinPage({ query }: PageProps) {
  const language = useLanguage();
  const said = text[language];
  const [email, setEmail] = useState(query.get('email') ?? '');
  const [nickname, setNickname] = useState('');
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [emailTaken, setEmailTaken] = useState(false);
  const asked = useSettled(nickname.trim(), 350);
  const free = useResource(asked ? `free ${asked}` : null, (signal) => available(asked, signal));
  const known = free.value && asked === nickname.trim() ? free.value.available : null;

  async function send({ email, password, nickname, ageBand }: Record<string, string>) {
    setEmailTaken(false);
    try {
      await signUp({ email: email!, password: password!, nickname: nickname!, ...(ageBand ? { ageBand } : {}), language });
      // The account is there: a photo that does not arrive is no reason to sign up again.
      if (photo) await putPhoto(photo).catch(() => say(said.photo.later));
      go('/pick', { replace: true });
    } catch (thrown) {
      if (Failure.of(thrown).code !== 'EMAIL_TAKEN') throw thrown;
      setEmailTaken(true);
    }
  }

  return (
    <Narrow title={said.join.title} lead={said.join.lead}>
      <PhotoChoice picture={photo} onChange={setPhoto} />
      <Form button={said.join.button} send={send}>
        <Field
          label={said.nickname}
          name="nickname"
          autoComplete="nickname"
          required
          maxLength={40}
          value={nickname}
          onInput={(event) => setNickname(event.currentTarget.value)}
          hint={known ? <span class="good">{said.free}</span> : said.nicknameHint}
          wrong={known === false ? said.taken : null}
        />
        <Field label={said.email} name="email" type="email" autoComplete="email" inputMode="email" required value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
        {emailTaken && (
          <p class="problem" role="alert">
            <span>{said.taken2} <a class="link" href={`/login?email=${encodeURIComponent(email)}`}>{said.takenAction}</a></span>
          </p>
        )}
        <Field label={said.password} name="password" type="password" autoComplete="new-password" required minLength={8} maxLength={128} hint={said.passwordHint} />
        <SelectField label={said.age} name="ageBand" hint={said.ageHint}>
          <option value="">{said.unsaid}</option>
          {AGE_BANDS.map((band) => <option key={band} value={band}>{said.ages[band]}</option>)}
        </SelectField>
      </Form>
      <SocialButtons returnTo="/" />
      <p class="narrow-more"><a class="link" href="/login">{said.join.other}</a></p>
    </Narrow>
  );
}
