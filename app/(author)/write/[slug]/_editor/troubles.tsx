"use client";

import { useState, type FormEvent } from "react";

import { paths } from "#app/paths";

import { useEditing } from "./editing";
import { useSaveState } from "./save-status";
import { troubleId } from "./trouble-place";
import { leadTo } from "./written-field";

/** What keeps the text from being saved, and what can be done about it. */
export function Troubles() {
  const state = useSaveState();
  const { saver } = useEditing();
  switch (state.kind) {
    case "signed out":
      return <SignInAgain />;
    case "offline":
      return (
        <div id={troubleId} className="notice notice-fault" role="alert" tabIndex={-1}>
          The server cannot be reached. What you write is kept in this browser.{" "}
          <button type="button" className="btn" onClick={() => saver.tryAgain()}>
            Try now
          </button>
        </div>
      );
    case "refused":
      return (
        <div id={troubleId} className="notice notice-fault" role="alert" tabIndex={-1}>
          <p>
            {state.refusals.length === 0 ? state.why : "This cannot be saved as it is."} What you
            write is kept in this browser.
          </p>
          <ul>
            {state.refusals.map(({ sentence, place }) => (
              <li key={`${place} ${sentence}`}>
                {place === null ? (
                  sentence
                ) : (
                  <button type="button" className="ed-link" onClick={() => leadTo(place)}>
                    {sentence}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      );
    case "saved":
    case "saving":
    case "unsaved":
      return null;
  }
}

/** Signs in without leaving the text. */
function SignInAgain() {
  const { saver } = useEditing();
  const [fault, setFault] = useState<string | null>(null);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = JSON.stringify({ email: form.get("email"), password: form.get("password") });
    const headers = { "content-type": "application/json" };
    try {
      const response = await fetch(paths.apiSessions(), { method: "POST", headers, body });
      if (response.ok) {
        saver.tryAgain();
        return;
      }
      setFault("Address and password do not belong together, or there were too many tries.");
    } catch {
      setFault("The server cannot be reached.");
    }
  }

  return (
    <div id={troubleId} className="notice notice-fault" role="alert" tabIndex={-1}>
      <p>You were signed out. Nothing you wrote is lost: sign in here, and it is saved.</p>
      <form onSubmit={(event) => void signIn(event)} className="ed-sign-in">
        <label>
          E-mail{" "}
          <input
            id="sign-in"
            name="email"
            type="email"
            className="ed-input"
            autoComplete="username"
            required
          />
        </label>
        <label>
          Password{" "}
          <input
            name="password"
            type="password"
            className="ed-input"
            autoComplete="current-password"
            required
          />
        </label>
        <button type="submit" className="btn btn-strong">
          Sign in
        </button>
      </form>
      {fault !== null && <p>{fault}</p>}
    </div>
  );
}
