import { route } from '../core/pages.ts';

/** Every page and where it is. A page's code is loaded when it is first opened. */
export const routes = [
  route('/', () => import('./home/HomePage.tsx'), { visitor: () => import('./landing/LandingPage.tsx') }),
  route('/join', () => import('./account/JoinPage.tsx'), { bare: true }),
  route('/login', () => import('./account/LogInPage.tsx'), { bare: true }),
  route('/forgot', () => import('./account/ForgotPage.tsx'), { bare: true }),
  route('/reset', () => import('./account/ResetPage.tsx'), { bare: true }),
  route('/verify', () => import('./account/VerifyPage.tsx'), { bare: true }),
  route('/change-email', () => import('./account/ChangeEmailPage.tsx'), { bare: true }),
  route('/stop-email-change', () => import('./account/StopEmailChangePage.tsx'), { bare: true }),
  route('/pick', () => import('./pick/PickPage.tsx'), { members: true, bare: true }),
  route('/title/:id', () => import('./title/TitleDialog.tsx'), { over: '/' }),
  route('/person/:id', () => import('./person/PersonPage.tsx')),
  route('/genre/:key', () => import('./browse/GenrePage.tsx')),
  route('/browse', () => import('./browse/BrowsePage.tsx')),
  route('/find', () => import('./search/SearchPage.tsx')),
  route('/worth', () => import('./value/ValuePage.tsx')),
  route('/plan', () => import('./value/RotationPage.tsx')),
];
