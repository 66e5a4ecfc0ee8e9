import { attributions } from '../../api/catalog.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { words } from '../../core/language.ts';

const text = words(
  { title: '출처', lead: '작품 정보와 그림, 볼 수 있는 곳이 어디에서 왔는지 밝힙니다.' },
  { title: 'Sources', lead: 'Where titles, pictures and availability come from.' },
);

export default function SourcesPage() {
  const language = useLanguage();
  const said = text[language];
  const found = useResource('attributions', attributions);
  useTitle(said.title);
  return (
    <div class="page">
      <PageHead title={said.title}>{said.lead}</PageHead>
      <Loaded resource={found} skeleton={<TextSkeleton />}>
        {(all) => (
          <ul class="sources">
            {all.attributions.map((each) => (
              <li key={each.name}>
                <a href={each.link} rel="noopener noreferrer" target="_blank">{each.name}</a>
                <p>{language === 'en' ? each.englishNotice : each.notice}</p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </div>
  );
}
