const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "UTC" });

interface Props {
  readonly date: Date;
  /** `minute` also tells the time, in UTC. */
  readonly to?: "day" | "minute";
}

/** When something was done here. */
export function Timestamp({ date, to = "day" }: Props) {
  const words = to === "day" ? day.format(date) : minuteInWords(date);
  return <time dateTime={date.toISOString()}>{words}</time>;
}

/** The same to the minute, where only words can stand. */
export function minuteInWords(date: Date): string {
  return `${day.format(date)}, ${time.format(date)} UTC`;
}
