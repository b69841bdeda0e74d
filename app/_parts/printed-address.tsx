import { absolute } from "../paths";

/** The page's own address, which only a print shows: on paper there is no address bar. */
export function PrintedAddress({ path }: { path: string }) {
  return <p className="printed-address">{absolute(path)}</p>;
}
