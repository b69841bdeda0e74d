import { forgetNamedPeople } from "../_parts/named-people";

/** Forgets who is who in reviews when somebody signs out: the next one at this tab need not know. */
export function forgetPeopleAtSignOut(): void {
  document.addEventListener("submit", ({ target }) => {
    if (target instanceof HTMLFormElement && target.hasAttribute("data-sign-out")) {
      forgetNamedPeople();
    }
  });
}
