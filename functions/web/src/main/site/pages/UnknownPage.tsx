import { Icon } from '../components/Icon.tsx';
import { useTitle, useWords } from '../core/hooks.ts';
import { words } from '../core/language.ts';

const text = words(
  { head: '이런 페이지는 없어요', body: '주소가 바뀌었거나 잘못 적혔을 수 있어요. 찾는 작품이 있다면 검색해 보세요.', find: '검색하기', home: '처음으로' },
  { head: 'There is no such page', body: 'The address may have changed or been mistyped. If you are after a title, try the search.', find: 'Search', home: 'To the start' },
);

export default function UnknownPage() {
  const said = useWords(text);
  useTitle(said.head);
  return (
    <div class="page">
      <div class="empty">
        <h1>{said.head}</h1>
        <p>{said.body}</p>
        <div class="actions">
          <a class="button white small" href="/find"><Icon name="search" /> {said.find}</a>
          <a class="button plain small" href="/">{said.home}</a>
        </div>
      </div>
    </div>
  );
}
