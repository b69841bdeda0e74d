import { Missing } from "#app/_parts/missing";
import { currentMember, flashFor, refusePage } from "#app/_session/current";
import { Timestamp } from "#app/_ui/timestamp";
import { paths } from "#app/paths";
import { auditActs, auditLog, auditPage, type AuditLine } from "#knowledge/people/audit.store";
import { mayOnSite } from "#knowledge/people/rules";

import { SettingsFrame } from "../_frame/frame";

export const metadata = { title: "Audit log" };

interface Props {
  readonly searchParams: Promise<{ act?: string | string[]; page?: string | string[] }>;
}

export default async function AuditPage({ searchParams }: Props) {
  const path = paths.settings("audit");
  const member = await currentMember(path);
  if (!mayOnSite(member, "read the audit log")) {
    await refusePage(member, path);
    return <Missing />;
  }
  const asked = await searchParams;
  const act = auditActs.find((one) => one === last(asked.act)) ?? null;
  const page = pageOf(last(asked.page));
  const entries = await auditLog(page, act);
  return (
    <SettingsFrame part="audit" title="Audit log" member={member} flash={await flashFor(path)}>
      <p className="mt-2 text-soft">
        Who signed in, what was refused, and what changed rights or what readers see. Entries are
        only ever added.
      </p>
      <form action={path} className="mt-4 flex gap-2">
        <select name="act" className="field" defaultValue={act ?? ""} aria-label="What was done">
          <option value="">everything</option>
          {auditActs.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <button type="submit" className="btn">
          Show
        </button>
      </form>
      {entries.length === 0 ? (
        <p className="mt-6">Nothing of this was written down yet.</p>
      ) : (
        <Entries entries={entries.slice(0, auditPage)} />
      )}
      <p className="mt-4 flex gap-4">
        {page > 1 && <a href={paths.auditLog({ act: act ?? "", page: page - 1 })}>Newer</a>}
        {entries.length > auditPage && (
          <a href={paths.auditLog({ act: act ?? "", page: page + 1 })}>Older</a>
        )}
      </p>
    </SettingsFrame>
  );
}

function last(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value;
}

function pageOf(written: string | undefined): number {
  return /^[1-9][0-9]{0,5}$/.test(written ?? "") ? Number(written) : 1;
}

function Entries({ entries }: { entries: readonly AuditLine[] }) {
  return (
    <table className="data-table account-table mt-4">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">To what</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              <Timestamp date={entry.at} to="minute" />
            </td>
            <td>{entry.actorName ?? <span className="text-soft">a visitor</span>}</td>
            <td>{entry.act}</td>
            <td>
              {entry.thingName ?? entry.thing}
              {Object.entries(entry.note).map(([key, value]) => (
                <span key={key} className="block text-small text-soft">
                  {key}: {String(value)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
