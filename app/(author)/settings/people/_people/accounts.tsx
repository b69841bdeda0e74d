import { paths } from "#app/paths";
import type { AccountLine } from "#knowledge/people/account.store";
import { Duty } from "#knowledge/people/duty";

/** All accounts, each with what an admin can do with it. */
export function Accounts({ accounts }: { accounts: readonly AccountLine[] }) {
  return (
    <>
      <h2 className="heading mt-10">Accounts</h2>
      <table className="data-table account-table mt-3">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Duty</th>
            <th scope="col">
              <span className="sr-only">More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row">
                {account.name}
                {account.closedAt && " (closed)"}
              </th>
              <td>{account.email}</td>
              <td>{account.closedAt ? account.duty : <DutyForm account={account} />}</td>
              <td>
                <div className="more">
                  {!account.closedAt && (
                    <form method="post" action={paths.apiResetLinks(account.id)}>
                      <button type="submit" className="btn">
                        Reset link
                        <span className="sr-only"> for {account.name}</span>
                      </button>
                    </form>
                  )}
                  <form method="post" action={paths.apiAccount(account.id)}>
                    <input type="hidden" name="closed" value={String(!account.closedAt)} />
                    <button type="submit" className="btn">
                      {account.closedAt ? "Open again" : "Close"}
                      <span className="sr-only"> the account of {account.name}</span>
                    </button>
                  </form>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function DutyForm({ account }: { account: AccountLine }) {
  return (
    <form method="post" action={paths.apiAccount(account.id)}>
      <select
        name="duty"
        className="field"
        defaultValue={account.duty}
        aria-label={`Duty of ${account.name}`}
      >
        {Duty.options.map((duty) => (
          <option key={duty}>{duty}</option>
        ))}
      </select>
      <button type="submit" className="btn">
        Set
        <span className="sr-only"> the duty of {account.name}</span>
      </button>
    </form>
  );
}
