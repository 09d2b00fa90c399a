import { expect, test } from 'vitest';
import { shared } from './SetUpPage';

const who = (name: string, login: string, staffNumber = '') => ({ name, login, staffNumber });

test('three administrators must be three people: names, accounts and numbers differ', () => {
  expect(shared([who('A', 'a', '1'), who('B', 'b', '2'), who('C', 'c', '3')])).toBeNull();
  expect(shared([who('A', 'a'), who('B', 'A '), who('C', 'c')])).toBe('login');
  expect(shared([who('A', 'a'), who('a', 'b'), who('C', 'c')])).toBe('name');
  expect(shared([who('A', 'a', '7'), who('B', 'b', '7'), who('C', 'c')])).toBe('staffNumber');
  expect(shared([who('', ''), who('', ''), who('', '')])).toBeNull();
});
