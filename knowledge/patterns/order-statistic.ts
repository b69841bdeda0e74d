/**
 * The number that would stand at a place, from 0, if the numbers were sorted; they are moved about.
 * Takes time in proportion to how many there are (Hoare's selection), where sorting would take longer
 * than all else that a page about a hundred thousand incidents computes. 0 where there is none.
 */
export function orderStatistic(numbers: Int32Array, place: number): number {
  let [from, to] = [0, numbers.length - 1];
  while (from < to) {
    const split = partition(numbers, from, to);
    if (place <= split) to = split;
    else from = split + 1;
  }
  return numbers[place] ?? 0;
}

/** Moves the numbers of a part so that none up to the place that is given is above one after it. */
function partition(numbers: Int32Array, from: number, to: number): number {
  const pivot = numbers[(from + to) >> 1] ?? 0;
  let [low, high] = [from - 1, to + 1];
  for (;;) {
    do low++;
    while ((numbers[low] ?? pivot) < pivot);
    do high--;
    while ((numbers[high] ?? pivot) > pivot);
    if (low >= high) return high;
    swap(numbers, low, high);
  }
}

function swap(numbers: Int32Array, one: number, other: number): void {
  const kept = numbers[one] ?? 0;
  numbers[one] = numbers[other] ?? 0;
  numbers[other] = kept;
}
