import { isRegion } from "./written-zone";

const areas = [
  "Africa",
  "America",
  "Antarctica",
  "Asia",
  "Atlantic",
  "Australia",
  "Europe",
  "Indian",
  "Pacific",
] as const;

/** The region of a city by which a zone is called: "New York" is `America/New_York`; null where none is. */
export function zoneOfCity(text: string): string | null {
  const city = text.trim().replaceAll(/[ _]+/g, "_");
  if (!/^\p{L}[\p{L}_-]{1,39}$/u.test(city)) return null;
  const named = city.toLowerCase().replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
  const [region, ...others] = areas.map((area) => `${area}/${named}`).filter(isRegion);
  return region === undefined || others.length > 0 ? null : region;
}
