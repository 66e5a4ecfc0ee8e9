import { Component, type ComponentChildren } from 'preact';
import { Failure } from '../core/failure.ts';
import { useLanguage, useWords, type Resource } from '../core/hooks.ts';
import { words } from '../core/language.ts';
import { problem } from '../core/problems.ts';
import { Icon } from './Icon.tsx';

const text = words(
  { head: '보여 드리지 못했어요', loading: '불러오는 중', again: '다시 시도', home: '처음으로', reload: '새로 고침', broken: '화면을 그리다 문제가 생겼어요. 새로 고치면 대부분 풀려요.' },
  { head: 'This could not be shown', loading: 'Loading', again: 'Try again', home: 'To the start', reload: 'Reload', broken: 'Something went wrong on this page. Reloading usually helps.' },
);

/** What went wrong, in words, with what can be done about it. */
export function Trouble({ failure, retry, page = false }: { failure: Failure; retry?: () => void; page?: boolean }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <div class="empty" role="alert">
      <Icon name="warning" />
      {page ? <h1>{said.head}</h1> : <h2>{said.head}</h2>}
      <p>{problem(failure, language)}</p>
      <div class="actions">
        {retry && failure.status !== 404 && (
          <button type="button" class="button white small" onClick={retry}>
            <Icon name="refresh" /> {said.again}
          </button>
        )}
        <a class="button plain small" href="/">{said.home}</a>
      </div>
    </div>
  );
}

/** A form's failure, above the button that was pressed. */
export function Problem({ failure }: { failure: Failure | null }) {
  const language = useLanguage();
  return (
    <div role="alert" class="problem-place">
      {failure && <p class="problem">{problem(failure, language)}</p>}
    </div>
  );
}

/**
 * Shows a resource once it is there; while it is on its way a skeleton of the same size. Where it is what the `page`
 * is about, and names it, the page has a heading without it, too.
 */
export function Loaded<T>({ resource, skeleton, page = false, children }: {
  resource: Resource<T>;
  skeleton: ComponentChildren;
  page?: boolean;
  children: (value: T) => ComponentChildren;
}) {
  const said = useWords(text);
  if (resource.value !== null) return <>{children(resource.value)}</>;
  if (resource.failure) return <Trouble failure={resource.failure} retry={resource.reload} page={page} />;
  return <>{page && <h1 class="for-readers">{said.loading}</h1>}{skeleton}</>;
}

/** Catches what a page throws while it is drawn, so that the rest of the site stays. */
export class Boundary extends Component<{ children: ComponentChildren; name: string }, { broken: boolean; name: string }> {
  override state = { broken: false, name: this.props.name };

  static override getDerivedStateFromError() {
    return { broken: true };
  }

  static override getDerivedStateFromProps(props: { name: string }, state: { broken: boolean; name: string }) {
    return props.name === state.name ? null : { broken: false, name: props.name };
  }

  override componentDidCatch(thrown: unknown) {
    console.error(thrown);
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const said = useWords(text);
  return (
    <div class="page">
      <div class="empty" role="alert">
        <h1>{said.head}</h1>
        <p>{said.broken}</p>
        <div class="actions">
          <button type="button" class="button white small" onClick={() => location.reload()}>{said.reload}</button>
          <a class="button plain small" href="/">{said.home}</a>
        </div>
      </div>
    </div>
  );
}
