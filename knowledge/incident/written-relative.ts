import { matchAt, type Read } from "./written-part";

/** A distance from the start of an incident. */
interface Relative {
  readonly seconds: number;
  readonly toTheSecond: boolean;
}

const fromStart = /T[ \t]?(?:=[ \t]?)?(?=[+\-−–][ \t]?\d)|T(?:=|[ \t])?0(?![\d:])/y;
const sign = /([+\-−–])[ \t]?/y;
const units =
  /(\d{1,6})[ \t]?(?:(d(?:ays?)?)|(h(?:(?:ou)?rs?)?)|(m(?:in(?:ute)?s?)?)|(s(?:ec(?:ond)?s?)?))(?![A-Za-z])[ \t,]?(?:and[ \t])?/iy;
const clockForm = /(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?![\d:])/y;
const bareMinutes = /(\d{1,5})(?![\d:.A-Za-z])/y;
const afterwards = /[ \t]?(?:later|after(?:[ \t]+(?:the[ \t]+)?(?:start|onset))?|in)(?![A-Za-z])/iy;

/** Reads `T+12m`, `T-1h 30m`, `T+00:12`, `+5 min`, `12 minutes later`. */
export function readRelativeAt(text: string, at: number): Read<Relative> | null {
  const letter = matchAt(fromStart, text, at)?.[0] ?? "";
  const start = at + letter.length;
  if (letter.endsWith("0")) return { value: { seconds: 0, toTheSecond: false }, end: start };
  const signed = matchAt(sign, text, start);
  if (!signed) return letter === "" ? distanceThenWord(text, at) : null;
  const isPlus = signed[1] === "+";
  if (!isPlus && letter === "") return null;
  const read = distanceAt(text, start + signed[0].length, letter !== "");
  if (!read) return null;
  const seconds = isPlus ? read.value.seconds : -read.value.seconds;
  return { value: { ...read.value, seconds }, end: read.end };
}

function distanceThenWord(text: string, at: number): Read<Relative> | null {
  const read = inUnits(text, at);
  const word = read && matchAt(afterwards, text, read.end);
  return word && { value: read.value, end: read.end + word[0].length };
}

function distanceAt(text: string, at: number, free: boolean): Read<Relative> | null {
  const united = inUnits(text, at);
  if (united) return united;
  const clock = matchAt(clockForm, text, at);
  if (clock) {
    const seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
    return {
      value: { seconds, toTheSecond: clock[3] !== undefined },
      end: at + clock[0].length,
    };
  }
  const minutes = free ? matchAt(bareMinutes, text, at) : null;
  return (
    minutes && {
      value: { seconds: Number(minutes[1]) * 60, toTheSecond: false },
      end: at + minutes[0].length,
    }
  );
}

/** A number with its unit, and further ones behind it: `1h 30m`. */
function inUnits(text: string, at: number): Read<Relative> | null {
  let end = at;
  let seconds = 0;
  let toTheSecond = false;
  for (let count = 0; count < 4; count++) {
    const match = matchAt(units, text, end);
    if (!match) break;
    const [whole, size, days, hours, minutes, secs] = match;
    seconds += Number(size) * (days ? 86_400 : hours ? 3600 : minutes ? 60 : 1);
    toTheSecond ||= secs !== undefined;
    end += whole.length;
  }
  if (end === at) return null;
  return { value: { seconds, toTheSecond }, end: at + text.slice(at, end).trimEnd().length };
}
