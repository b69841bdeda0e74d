import { wordSet } from "./word-set";

/** What teams and systems are called by: no name of a person goes on with them. */
export const fields = wordSet(`
  analytics apps architecture backend billing build cards checkout cloud commerce compute core customer
  delivery developer edge enterprise experience facilities frontend fulfilment fulfillment growth hardware
  hosting identity incident insights integrations internal lending logging maintenance mobile observability
  ordering payment payments payroll physical planning platforms pricing product products quality release
  reliability reporting retail risk runtime safety security services shop shopping solutions systems
  technology trading transport treasury trust web workspace
`);
