import { Failure } from '../../main/site/core/failure.ts';
import { problem } from '../../main/site/core/problems.ts';
import { same } from './same.ts';

Deno.test('what is ours is said with the number by which it is found', () => {
  const table: [number, string, string, string][] = [
    [500, 'INTERNAL', 'JKJa=', 'Something unexpected went wrong. Try again, and tell us if it stays. (number JKJa=)'],
    [503, 'UNAVAILABLE', 'JKJa=', 'We are waking up. Please try again in a moment. (number JKJa=)'],
    [502, 'REFUSED', 'JKJa=', 'We are waking up. Please try again in a moment. (number JKJa=)'],
    [418, 'TEAPOT', 'JKJa=', 'Something unexpected went wrong. Try again, and tell us if it stays. (number JKJa=)'],
    [503, 'UNAVAILABLE', '', 'We are waking up. Please try again in a moment.'],
    [404, 'NOT_FOUND', 'JKJa=', 'There is nothing here. It may be gone or have moved.'],
    [422, 'INVALID_VALUE', 'JKJa=', 'Please check what you entered.'],
    [0, 'OFFLINE', '', 'The server cannot be reached. Check your connection and try again.'],
  ];
  for (const [status, code, id, said] of table) same(problem(new Failure(status, code, '', {}, id), 'en'), said, code);
  same(problem(new Failure(503, 'UNAVAILABLE', '', {}, 'JKJa='), 'ko'), '잠시 쉬고 있어요. 조금 뒤에 다시 해 주세요. (번호 JKJa=)');
});
