const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "UTC" });

interface Props {
  readonly date: Date;
  /** `minute` also tells the time, in UTC. */
  readonly to?: "day" | "minute";
}

/** When something was done here. */
export function Timestamp({ date, to = "day" }: Props) {
  const words = to === "day" ? day.format(date) : `${day.format(date)}, ${time.format(date)} UTC`;
  return <time dateTime={date.toISOString()}>{words}</time>;
}
