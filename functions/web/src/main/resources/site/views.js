// What things look like. Text always enters the page as text, never as markup.

const GENRES = { drama: '드라마', action: '액션', thriller: '스릴러', crime: '범죄', comedy: '코미디', romance: '로맨스', fantasy: '판타지', sf: 'SF', horror: '공포', mystery: '미스터리', war: '전쟁', history: '역사', animation: '애니메이션', family: '가족', adventure: '모험', music: '음악', documentary: '다큐멘터리', western: '서부극', sports: '스포츠' };
const SERVICES = { netflix: '넷플릭스', tving: '티빙', wavve: '웨이브', watcha: '왓챠', disneyplus: '디즈니+', coupangplay: '쿠팡플레이', primevideo: '프라임 비디오', appletv: 'Apple TV+' };
const AGES = { all: '전체', 12: '12', 15: '15', 19: '19' };

/** An element with attributes (functions are listeners) and children. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') element.addEventListener(key, value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The Korean particle that fits the word's last syllable: with a final consonant, or without. */
export function particle(word, closed, open) {
  const syllable = [...word].reverse().find((letter) => letter >= '가' && letter <= '힣');
  const last = [...word].at(-1);
  if (syllable !== last) return `${closed}(${open})`;
  return (syllable.codePointAt(0) - 0xac00) % 28 ? closed : open;
}

export const stars = (value) => `★ ${value.toFixed(1)}`;

function poster(title) {
  const genre = title.genres[0];
  const age = title.ageRating && el('span', { class: `age age-${title.ageRating}`, title: '관람 등급' }, AGES[title.ageRating]);
  return el('span', { class: `poster tone-${genre ?? 'none'}` }, age, el('b', {}, title.title), el('i', {}, [title.year, GENRES[genre]].filter(Boolean).join(' · ')));
}

export function card(title, open) {
  const reason = title.because?.length ? `‘${title.because[0].title}’${particle(title.because[0].title, '을', '를')} 좋아하셔서` : null;
  return el('li', { 'data-title': title.titleId },
    el('button', { class: 'card', type: 'button', click: () => open(title), 'aria-label': `${title.title}${title.year ? `, ${title.year}년` : ''}` },
      poster(title),
      el('span', { class: 'meta' },
        title.predictedStars !== undefined && el('span', { class: 'stars', title: '예상 별점' }, stars(title.predictedStars)),
        el('span', {}, title.services.slice(0, 2).map((service) => SERVICES[service] ?? service).join(' · '))),
      reason && el('span', { class: 'why' }, reason)));
}

const SEASONS = {
  seollal: ['설날에 뭐 보지?', 'For Seollal'],
  chuseok: ['추석에 뭐 보지?', 'For Chuseok'],
  'childrens-day': ['어린이날에 함께 볼 작품', 'For Children’s Day'],
  christmas: ['크리스마스에 보고 싶은 작품', 'For Christmas'],
  summer: ['여름에 어울리는 작품', 'For the summer'],
};

/** A row's heading in Korean, a list of texts and elements, and in English. */
export function headings(row, personal) {
  const name = row.subject?.name ?? '';
  const original = row.subject?.originalName ?? name;
  switch (row.kind) {
    case 'FOR_YOU': return personal ? [['당신을 위한 순서'], 'For you'] : [['모두가 좋아한 작품'], 'Loved by everyone'];
    case 'BECAUSE': return row.seed
      ? [['‘', el('em', {}, row.seed.title), `’${particle(row.seed.title, '을', '를')} 좋아하셨다면`], `Because you liked ${row.seed.title}`]
      : [['좋아하신 작품과 닮은 작품'], 'Because you liked it'];
    case 'SEASON': { const [korean, english] = SEASONS[row.subject?.key] ?? ['지금 계절에 어울리는 작품', 'For the season']; return [[korean], english]; }
    case 'PREDICTED_HIGH': return personal ? [['높은 별점을 주실 것 같은 작품'], 'You would rate these high'] : [['모두가 높은 별점을 준 작품'], 'Rated high'];
    case 'GENRE': return [['즐겨 보시는 ', el('em', {}, GENRES[row.subject?.key] ?? name)], `Your favourite genre: ${row.subject?.key ?? ''}`];
    case 'DIRECTOR': return [[el('em', {}, name), ' 감독의 다른 작품'], `Directed by ${original}`];
    case 'CAST': return [[el('em', {}, name), `${particle(name, '이', '가')} 나오는 작품`], `With ${original}`];
    case 'TRENDING': return [['요즘 부쩍 많이 보는 작품'], 'Trending now'];
    case 'NEW': return [['새로 나온 작품'], 'New'];
    case 'HIDDEN_GEMS': return [['아직 덜 알려진, 취향에 맞을 작품'], 'Hidden gems'];
    case 'POPULAR': return [['꾸준히 많이 보는 작품'], 'Popular'];
    default: return [['추천 작품'], 'Suggestions'];
  }
}

export function row(row, personal, open) {
  const [korean, english] = headings(row, personal);
  return el('section', { class: 'row', 'data-kind': row.kind },
    el('h2', {}, ...korean, el('small', { lang: 'en' }, english)),
    el('ol', {}, row.titles.map((title) => card(title, open))));
}

export function skeleton() {
  const blank = () => el('li', {}, el('span', { class: 'poster' }));
  return el('section', { class: 'row skeleton', 'aria-hidden': 'true' }, el('h2', {}, '\u00a0'), el('ol', {}, Array.from({ length: 8 }, blank)));
}

export function pickCard(title, place, toggle) {
  const button = el('button', { class: 'card', type: 'button', 'aria-pressed': place > 0 ? 'true' : 'false', click: () => toggle(title) }, poster(title));
  if (place > 0) button.firstChild.setAttribute('data-place', place);
  return el('li', {}, button);
}

/** Ten half stars; calls back with 0.5 to 5.0. */
export function starScale(current, choose) {
  const output = el('output', {}, current ? current.toFixed(1) : '');
  const buttons = [];
  const paint = (half) => buttons.forEach((button, index) => button.classList.toggle('on', index < half));
  for (let half = 1; half <= 10; half++) {
    buttons.push(el('button', {
      type: 'button', 'aria-label': `별점 ${(half / 2).toFixed(1)}`,
      mouseenter: () => { paint(half); output.textContent = (half / 2).toFixed(1); },
      focus: () => { paint(half); output.textContent = (half / 2).toFixed(1); },
      click: () => choose(half / 2),
    }, el('span', {}, '★')));
  }
  const reset = () => { paint((current ?? 0) * 2); output.textContent = current ? current.toFixed(1) : ''; };
  const scale = el('div', { class: 'scale', role: 'group', 'aria-label': '별점 주기', mouseleave: reset }, buttons);
  reset();
  return el('div', { class: 'rate' }, scale, output);
}

export function detail(title, mayRate, choose, close) {
  const people = (role) => title.credits.filter((credit) => credit.role === role).map((credit) => credit.name).join(', ');
  const facts = [title.originalTitle === title.title ? title.englishTitle : title.originalTitle, title.year, title.runtimeMinutes && `${title.runtimeMinutes}분`].filter(Boolean).join(' · ');
  const term = (name, value) => (value ? [el('dt', {}, name), el('dd', {}, value)] : []);
  return el('div', { class: 'detail' },
    el('button', { class: 'close', type: 'button', 'aria-label': '닫기', click: close }, '✕'),
    poster(title),
    el('div', {},
      el('h2', {}, title.title),
      el('p', { class: 'facts' }, facts),
      mayRate ? starScale(null, choose) : el('p', { class: 'facts' }, '로그인하면 별점을 주고 내 순서를 바꿀 수 있어요.'),
      title.synopsis && el('p', { class: 'synopsis' }, title.synopsis),
      el('dl', {},
        ...term('감독', people('director')),
        ...term('출연', people('cast')),
        ...term('장르', title.genres.map((genre) => GENRES[genre] ?? genre).join(', ')),
        ...term('볼 수 있는 곳', title.services.map((service) => SERVICES[service] ?? service).join(', '))),
      title.lines.slice(0, 2).map((line) => el('blockquote', {}, line.line, line.speaker && el('footer', {}, line.speaker)))));
}
