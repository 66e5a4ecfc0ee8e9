// Pages by the address after '#': '' home, 'join' and 'enter' forms, 'pick' the three favourites.
import * as api from './api.js';
import { detail, el, pickCard, row, skeleton, stars } from './views.js';

const PICKS = 3;
const POLL_FIRST_MILLIS = 150;
const POLL_LAST_MILLIS = 1500;
const POLL_AT_MOST_MILLIS = 20_000;

const main = document.getElementById('main');
const account = document.getElementById('account');
const notice = document.getElementById('notice');
let noticeTimer;

function say(message, actionName, action) {
  clearTimeout(noticeTimer);
  notice.replaceChildren(message, ...(action ? [el('button', { type: 'button', click: action }, actionName)] : []));
  notice.hidden = false;
  noticeTimer = setTimeout(() => { notice.hidden = true; }, 6000);
}

function showAccount() {
  const session = api.session();
  account.replaceChildren(...(session
    ? [el('span', {}, `${session.nickname} 님`), el('a', { class: 'button plain small', href: '#/pick' }, '최애 셋'), el('button', { class: 'button plain small', type: 'button', click: leave }, '로그아웃')]
    : [el('a', { class: 'button plain small', href: '#/enter' }, '로그인'), el('a', { class: 'button small', href: '#/join' }, '가입')]));
}

function leave() {
  api.logOut();
  if (location.hash === '#/') show();
  else location.hash = '#/';
}

// ---------------------------------------------------------------- home

function lead(session, status) {
  if (!session) {
    return el('div', { class: 'lead' },
      el('h1', {}, '좋아하는 영화 셋이면, 오늘 볼 것이 보입니다'),
      el('p', {}, '최애 세 편을 고르면 그 순간부터 당신만의 순서로 다시 짜여요. 별점을 줄수록 더 정확해집니다.'),
      el('div', { class: 'actions' }, el('a', { class: 'button', href: '#/join' }, '세 편 고르러 가기'), el('a', { class: 'button plain', href: '#/enter' }, '로그인')));
  }
  return el('div', { class: 'lead' }, el('h1', {}, `${session.nickname} 님, 오늘은 이 순서예요`), status);
}

function statusLine() {
  return el('p', { class: 'status' }, el('span', { class: 'dot', 'aria-hidden': 'true' }), el('span', {}, ''));
}

function paintStatus(status, ranking) {
  const text = status.lastChild;
  status.classList.toggle('waiting', !ranking.current);
  if (!ranking.current) text.textContent = '방금 남긴 취향으로 순서를 다시 맞추는 중…';
  else if (ranking.source === 'personal') text.textContent = '취향이 모두 반영된 순서입니다.';
  else text.textContent = '아직은 모두의 인기순입니다. 최애 셋을 고르거나 별점을 남겨 보세요.';
}

async function showHome() {
  const session = api.session();
  if (session && session.picks < PICKS) { location.hash = '#/pick'; return; }
  const status = statusLine();
  const rows = el('div', { id: 'rows' }, skeleton(), skeleton());
  main.replaceChildren(lead(session, status), rows);
  await refreshRows(rows, status, false);
}

/** Draws the home rows, and again as soon as the ranking knows the viewer's latest change. */
async function refreshRows(rows, status, animated) {
  let delay = POLL_FIRST_MILLIS;
  const end = Date.now() + POLL_AT_MOST_MILLIS;
  for (let first = true; rows.isConnected; first = false) {
    let page;
    try {
      page = await api.home();
    } catch (failure) {
      if (failure.status === 401 || failure.status === 403) { show(); return; }
      rows.replaceChildren(el('p', { class: 'empty' }, failure.message));
      return;
    }
    paintStatus(status, page.ranking);
    if (first && !animated || page.ranking.current) drawRows(rows, page, animated || !first);
    if (page.ranking.current || Date.now() > end) return;
    await new Promise((resume) => setTimeout(resume, delay));
    delay = Math.min(delay * 1.5, POLL_LAST_MILLIS);
  }
}

function drawRows(rows, page, animated) {
  const before = new Map();
  if (animated) rows.querySelectorAll('[data-title]').forEach((item) => before.set(item.dataset.title, item.getBoundingClientRect()));
  const personal = page.ranking.source === 'personal';
  rows.replaceChildren(...(page.rows.length
    ? page.rows.map((each) => row(each, personal, (title) => openTitle(title, rows)))
    : [el('p', { class: 'empty' }, '아직 보여 드릴 작품이 없습니다.')]));
  if (animated && !matchMedia('(prefers-reduced-motion: reduce)').matches) slide(rows, before);
}

/** Cards glide from where they were to where they are now. */
function slide(rows, before) {
  rows.querySelectorAll('[data-title]').forEach((item) => {
    const from = before.get(item.dataset.title);
    const to = item.getBoundingClientRect();
    if (!from) item.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 350 });
    else if (from.left !== to.left || from.top !== to.top) {
      item.animate([{ transform: `translate(${from.left - to.left}px, ${from.top - to.top}px)` }, { transform: 'none' }], { duration: 500, easing: 'cubic-bezier(.2,.8,.2,1)' });
    }
  });
}

async function openTitle(summary, rows) {
  const dialog = el('dialog', { close: () => dialog.remove() }, el('p', { class: 'empty' }, '…'));
  document.body.append(dialog);
  dialog.showModal();
  try {
    const title = await api.title(summary.titleId);
    dialog.replaceChildren(detail(title, Boolean(api.session()), (value) => rateTitle(title, value, dialog, rows), () => dialog.close()));
  } catch (failure) {
    dialog.replaceChildren(el('p', { class: 'empty' }, failure.message));
  }
}

async function rateTitle(title, value, dialog, rows) {
  dialog.close();
  const status = main.querySelector('.status');
  try {
    await api.rate(title.titleId, value);
    say(`‘${title.title}’ ${stars(value)}`, '되돌리기', async () => {
      notice.hidden = true;
      await api.unrate(title.titleId).catch((failure) => say(failure.message));
      if (status) await refreshRows(rows, status, true);
    });
    if (status) await refreshRows(rows, status, true);
  } catch (failure) {
    say(failure.message);
    if (failure.status === 401 || failure.status === 403) show();
  }
}

// ---------------------------------------------------------------- the three picks

async function showPick() {
  const session = api.session();
  if (!session) { location.hash = '#/enter'; return; }
  const chosen = [];
  const list = el('ol', { class: 'grid' });
  const tray = el('ol', { 'aria-label': '고른 작품' });
  const done = el('button', { class: 'button', type: 'button', disabled: true, click: save }, '이 셋으로 시작');
  let shown = [];

  function paint() {
    list.replaceChildren(...shown.map((title) => pickCard(title, chosen.findIndex((one) => one.titleId === title.titleId) + 1, toggle)));
    tray.replaceChildren(...(chosen.length ? chosen.map((one) => el('li', {}, one.title)) : [el('li', {}, `${PICKS}편을 골라 주세요`)]));
    done.disabled = chosen.length !== PICKS;
  }

  function toggle(title) {
    const at = chosen.findIndex((one) => one.titleId === title.titleId);
    if (at >= 0) chosen.splice(at, 1);
    else if (chosen.length < PICKS) chosen.push(title);
    else say('세 편까지만 고를 수 있어요. 하나를 빼고 다시 골라 주세요.');
    paint();
  }

  async function save() {
    done.disabled = true;
    try {
      await api.pick(chosen.map((one) => one.titleId));
      location.hash = '#/';
    } catch (failure) {
      say(failure.message);
      paint();
      if (failure.status === 401 || failure.status === 403) show();
    }
  }

  let asked = 0;
  async function search(text) {
    const mine = ++asked;
    try {
      const found = await api.titles(text, text ? 40 : 60);
      if (mine !== asked) return;
      shown = found.titles;
      paint();
      if (!shown.length) list.replaceChildren(el('li', { class: 'empty' }, `‘${text}’에 맞는 작품이 없습니다.`));
    } catch (failure) {
      say(failure.message);
    }
  }

  let typing;
  const box = el('input', { class: 'search', type: 'search', placeholder: '제목으로 찾기', 'aria-label': '제목으로 찾기', maxlength: 100, input: () => { clearTimeout(typing); typing = setTimeout(() => search(box.value.trim()), 180); } });
  main.replaceChildren(
    el('div', { class: 'lead' }, el('h1', {}, '최애 세 편을 골라 주세요'), el('p', {}, '고른 세 편이 첫 순서를 만듭니다. 나중에 언제든 바꿀 수 있어요.'), el('div', { class: 'actions' }, box)),
    list,
    el('div', { class: 'tray' }, tray, done));
  paint();
  await search('');
}

// ---------------------------------------------------------------- joining and entering

function showForm(joining) {
  const field = (label, name, type, hint, extra = {}) => el('label', {}, label, el('input', { name, type, autocomplete: hint, required: true, ...extra }));
  const problem = el('p', { class: 'problem', role: 'alert' });
  const submit = el('button', { class: 'button', type: 'submit' }, joining ? '가입하고 세 편 고르기' : '로그인');
  const form = el('form', { class: 'form', submit: send },
    joining && field('닉네임', 'nickname', 'text', 'nickname', { maxlength: 40 }),
    field('이메일', 'email', 'email', 'email'),
    field('비밀번호', 'password', 'password', joining ? 'new-password' : 'current-password', joining ? { minlength: 8, maxlength: 128 } : {}),
    joining && el('label', {}, '나이대 (선택)', el('select', { name: 'ageBand' },
      el('option', { value: '' }, '말하지 않을래요'),
      ...AGE_BANDS.map(([code, name]) => el('option', { value: code }, name)))),
    problem, submit,
    el('a', { class: 'switch', href: joining ? '#/enter' : '#/join' }, joining ? '이미 계정이 있어요' : '처음이에요'),
    !joining && el('a', { class: 'switch', href: '#/forgot' }, '비밀번호를 잊었어요'));

  async function send(event) {
    event.preventDefault();
    submit.disabled = true;
    problem.textContent = '';
    try {
      const given = Object.fromEntries(new FormData(form));
      const started = await (joining ? api.signUp(given) : api.logIn(given));
      showAccount();
      location.hash = started.picks < PICKS ? '#/pick' : '#/';
    } catch (failure) {
      problem.textContent = PROBLEMS[failure.code] ?? failure.message;
    } finally {
      submit.disabled = false;
    }
  }
  main.replaceChildren(el('div', { class: 'lead' }, el('h1', {}, joining ? '반가워요' : '다시 오셨네요')), form);
  form.querySelector('input').focus();
}

const AGE_BANDS = [['14', '14세'], ['15-18', '15–18세'], ['19-29', '19–29세'], ['30-39', '30대'], ['40-49', '40대'], ['50-59', '50대'], ['60+', '60세 이상']];

/** One question, one button: for links from mails and for asking for one. */
function ask(title, fields, button, send) {
  const problem = el('p', { class: 'problem', role: 'alert' });
  const submit = el('button', { class: 'button', type: 'submit' }, button);
  const form = el('form', { class: 'form', submit: async (event) => {
    event.preventDefault();
    submit.disabled = true;
    problem.textContent = '';
    try {
      await send(Object.fromEntries(new FormData(form)));
    } catch (failure) {
      problem.textContent = PROBLEMS[failure.code] ?? failure.message;
    } finally {
      submit.disabled = false;
    }
  } }, ...fields, problem, submit);
  main.replaceChildren(el('div', { class: 'lead' }, el('h1', {}, title)), form);
  form.querySelector('input')?.focus();
}

function tell(title, text) {
  main.replaceChildren(el('div', { class: 'lead' }, el('h1', {}, title), el('p', {}, text), el('div', { class: 'actions' }, el('a', { class: 'button', href: '#/enter' }, '로그인'))));
}

const passwordField = () => el('label', {}, '새 비밀번호', el('input', { name: 'password', type: 'password', autocomplete: 'new-password', required: true, minlength: 8, maxlength: 128 }));

const emailField = () => el('label', {}, '이메일', el('input', { name: 'email', type: 'email', autocomplete: 'email', required: true }));

async function sendForgotten({ email }) {
  await api.forgot(email);
  tell('메일을 확인해 주세요', '가입된 주소라면 새 비밀번호를 정하는 링크를 보냈어요. 링크는 30분 동안 한 번만 쓸 수 있습니다.');
}

function showForgot() {
  ask('비밀번호를 잊으셨나요?', [emailField()], '링크 받기', sendForgotten);
}

function showReset(token) {
  ask('새 비밀번호를 정해 주세요', [passwordField()], '바꾸기', async ({ password }) => {
    await api.reset(token, password);
    api.endSession();
    showAccount();
    tell('비밀번호를 바꿨어요', '다른 기기에서는 모두 로그아웃되었습니다. 새 비밀번호로 로그인해 주세요.');
  });
}

function showVerify(token) {
  ask('이메일 주소를 확인할게요', [], '이 주소는 제 것이에요', async () => {
    await api.verify(token);
    tell('확인되었어요', '이제 비밀번호를 잊어도 이 주소로 되찾을 수 있습니다.');
  });
}

function showChangeEmail(token) {
  ask('새 이메일 주소로 바꿀까요?', [], '이 주소로 바꾸기', async () => {
    await api.changeEmail(token);
    tell('이메일을 바꿨어요', '이제 새 주소로 로그인해 주세요. 다른 기기에서는 모두 로그아웃되었습니다.');
  });
}

function showStopEmailChange(token) {
  ask('이메일 변경을 막을까요?', [], '막고 모두 로그아웃하기', async () => {
    await api.stopEmailChange(token);
    api.endSession();
    showAccount();
    ask('막았어요. 비밀번호도 바꿔 주세요', [emailField()], '링크 받기', sendForgotten);
  });
}

const PROBLEMS = {
  LINK_SPENT: '이미 썼거나 기한이 지난 링크예요. 새 링크를 받아 주세요.',
  NICKNAME_TAKEN: '누군가 쓰고 있는 닉네임이에요. 다른 이름을 골라 주세요.',
  TOO_MANY_REQUESTS: '여러 번 시도하셨어요. 잠시 뒤 다시 해 주세요.',
  EMAIL_TAKEN: '이미 가입된 이메일이에요. 로그인해 주세요.',
  WRONG_CREDENTIALS: '이메일이나 비밀번호가 맞지 않아요.',
  INVALID_VALUE: '입력한 내용을 다시 확인해 주세요. 비밀번호는 8자 이상이어야 해요.',
};

function show() {
  showAccount();
  const page = location.hash.replace(/^#\/?/, '');
  if (page === 'join' || page === 'enter') showForm(page === 'join');
  else if (page === 'pick') showPick();
  else if (page === 'forgot') showForgot();
  else if (page.startsWith('reset/')) showReset(page.slice('reset/'.length));
  else if (page.startsWith('change-email/')) showChangeEmail(page.slice('change-email/'.length));
  else if (page.startsWith('stop-email-change/')) showStopEmailChange(page.slice('stop-email-change/'.length));
  else if (page.startsWith('verify/')) showVerify(page.slice('verify/'.length));
  else showHome();
  scrollTo(0, 0);
}

addEventListener('hashchange', show);
show();
