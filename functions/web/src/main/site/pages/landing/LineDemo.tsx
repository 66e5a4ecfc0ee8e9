import { useState } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { useWords } from '../../core/hooks.ts';
import { words } from '../../core/language.ts';
import { go } from '../../core/navigation.ts';

const text = words(
  {
    head: '대사 한 줄만 기억나도 괜찮아요',
    body: '반쯤 잊은 명대사를 적거나 말해 보세요. 어느 영화였는지 찾아 드려요.',
    label: '기억나는 대사',
    sample: '예) 밥은 먹고 다니냐',
    find: '찾기',
  },
  {
    head: 'One line is enough',
    body: 'Type or say a line you half remember. We find the film.',
    label: 'A line you remember',
    sample: 'such as 밥은 먹고 다니냐',
    find: 'Find it',
  },
);

export function LineDemo() {
  const said = useWords(text);
  const [line, setLine] = useState('');
  return (
    <section class="page line-demo">
      <div class="panel">
        <h2>{said.head}</h2>
        <p>{said.body}</p>
        <form onSubmit={(event) => { event.preventDefault(); if (line.trim()) go(`/find?q=${encodeURIComponent(line.trim())}`); }}>
          <input class="input" type="search" maxLength={200} placeholder={said.sample} aria-label={said.label} value={line} onInput={(event) => setLine(event.currentTarget.value)} />
          <button type="submit" class="button white"><Icon name="search" /> {said.find}</button>
        </form>
      </div>
    </section>
  );
}
