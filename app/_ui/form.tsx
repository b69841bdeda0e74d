import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className"> {
  readonly name: string;
  readonly label: ReactNode;
  /** What helps to fill it in. */
  readonly hint?: ReactNode;
}

/** One line to fill in, with its name above and help beneath. */
export function Field({ name, label, hint, ...input }: FieldProps) {
  return (
    <p className="form-field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        className="field"
        aria-describedby={hint === undefined ? undefined : `${name}-hint`}
        {...input}
      />
      {hint !== undefined && (
        <span id={`${name}-hint`} className="form-hint">
          {hint}
        </span>
      )}
    </p>
  );
}

interface LinesProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "className"> {
  readonly name: string;
  readonly label: ReactNode;
  /** What helps to fill it in. */
  readonly hint?: ReactNode;
}

/** Several lines to fill in, with their name above and help beneath. */
export function Lines({ name, label, hint, ...area }: LinesProps) {
  return (
    <p className="form-field">
      <label htmlFor={name}>{label}</label>
      <textarea
        id={name}
        name={name}
        className="field"
        rows={3}
        aria-describedby={hint === undefined ? undefined : `${name}-hint`}
        {...area}
      />
      {hint !== undefined && (
        <span id={`${name}-hint`} className="form-hint">
          {hint}
        </span>
      )}
    </p>
  );
}

interface NoticeProps {
  readonly said?: string | undefined;
  readonly fault?: string | undefined;
  /** Where what was done can be seen. */
  readonly link?: { readonly href: string; readonly words: string } | undefined;
}

/** What came of the form that was just sent. */
export function Notice({ said, fault, link }: NoticeProps) {
  if (fault !== undefined) {
    return (
      <p className="notice notice-fault" role="alert">
        {fault}
      </p>
    );
  }
  if (said === undefined) return null;
  return (
    <output className="notice block">
      {said}
      {link && (
        <>
          {" "}
          <a href={link.href}>{link.words}</a>
        </>
      )}
    </output>
  );
}
