import { listen, recogniserOf, type Listening, type Recogniser } from '../../main/site/core/speech.ts';
import { same } from './same.ts';

/** A recogniser that does as it is told. */
class Puppet implements Recogniser {
  static last: Puppet;
  lang = '';
  interimResults = false;
  continuous = true;
  maxAlternatives = 9;
  onaudiostart: Recogniser['onaudiostart'] = null;
  onresult: Recogniser['onresult'] = null;
  onerror: Recogniser['onerror'] = null;
  onend: Recogniser['onend'] = null;
  constructor() { Puppet.last = this; }
  start() {}
  stop() { this.onend?.(); }
  abort() {}
  hears(...texts: string[]) {
    const results = texts.map((transcript) => Object.assign([{ transcript }], { isFinal: true }));
    this.onresult?.({ results });
  }
}

function listening() {
  const told: Listening[] = [];
  const done: string[] = [];
  const stop = listen(Puppet, 'ko', (now) => told.push(now), (text) => done.push(text));
  return { told, done, stop, puppet: Puppet.last };
}

Deno.test('what is heard is told as it comes, and once at the end', () => {
  const { told, done, puppet } = listening();
  same(puppet.lang, 'ko-KR');
  puppet.onaudiostart?.();
  puppet.hears('밥은 ');
  puppet.hears('밥은 ', '먹고 다니냐');
  puppet.onend?.();
  same(told.map((now) => (now.state === 'listening' ? now.heard : now.state)), ['asking', '', '밥은 ', '밥은 먹고 다니냐', 'idle']);
  same(done, ['밥은 먹고 다니냐']);
});

Deno.test('who stops early is taken at their word so far', () => {
  const { done, stop, puppet } = listening();
  puppet.hears('너나 잘하세요');
  stop();
  same(done, ['너나 잘하세요']);
});

Deno.test('every failure has its reason, and nothing is searched for', () => {
  for (const [error, why] of [['not-allowed', 'denied'], ['no-speech', 'silence'], ['network', 'network'], ['bad-grammar', 'other']] as const) {
    const { told, done, puppet } = listening();
    puppet.onerror?.({ error });
    puppet.onend?.();
    same(told.at(-1), { state: 'failed', why });
    same(done, []);
  }
  const { told, puppet } = listening();
  puppet.onend?.();
  same(told.at(-1), { state: 'failed', why: 'silence' });
});

Deno.test('a browser without a recogniser is one', () => {
  same(recogniserOf({}), null);
  same(recogniserOf({ webkitSpeechRecognition: Puppet }) === Puppet, true);
});
