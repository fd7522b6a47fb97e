const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

export const median = (numbers: readonly number[]): number => sorted(numbers)[Math.floor(numbers.length / 2)] ?? 0;

export const percentile = (numbers: readonly number[], percent: number): number =>
  sorted(numbers)[Math.ceil((numbers.length * percent) / 100) - 1] ?? 0;
