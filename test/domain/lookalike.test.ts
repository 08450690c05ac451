import { expect, test } from 'vitest';
import { lookalike } from '../../src/domain/authenticate/lookalike.ts';
import { spelledOut } from '../support/in-english.ts';
import { aPerson } from './parts.ts';

const people = [aPerson('maria', { name: 'María Lopez', addresses: ['maria@acme-support.example'] })];

test.each([
  ['one of us', 'Maria Lopez', 'maria@acme-support.example', ''],
  ['a stranger', 'Jane Roe', 'jane@globex.example', ''],
  ['nobody’s name', '', 'jane@globex.example', ''],
  ['our name over another address', 'maria LOPEZ', 'x@evil.example', 'the name is that of maria'],
  ['in letters that only look Latin', 'Mаriа Lоpez', 'x@evil.example', 'the name is that of maria'],
  ['our handle', 'maria', 'x@evil.example', 'the name is that of maria'],
  ['our address as a name', 'maria@acme-support.example', 'x@evil.example', 'the name shows maria@'],
  ['our domain with a letter changed', 'Bob', 'bob@acme-suport.example', 'its domain looks like acme-support.example'],
  ['our domain with rn for m', 'Bob', 'bob@acrne-support.example', 'its domain looks like acme-support.example'],
  ['another domain of that kind', 'Bob', 'bob@acme.example', ''],
])('R8: %s', (_, name, address, expected) => {
  const said = spelledOut(lookalike({ name, address }, people));
  if (expected === '') expect(said).toBe('');
  else expect(said).toContain(expected);
});
