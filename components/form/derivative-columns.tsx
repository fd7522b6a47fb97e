import { FiledDate } from "./filed-date";
import { FiledMoney } from "./filed-money";
import { FiledValue } from "./filed-value";
import type { FormColumn } from "./form-column";
import { SharesOrValue } from "./shares-or-value";

/** The terms of a derivative. Their columns have different numbers on each form. */
export const exercisePriceColumn = (number: string): FormColumn => ({
  id: "exercise-price",
  number,
  label: "Conversion or exercise price",
  short: "Exercise price",
  isNumeric: true,
  fields: ["conversionOrExercisePrice"],
  cell: (row) => <FiledMoney of={row} name="conversionOrExercisePrice" />,
});

export const exerciseDateColumns = (number: string): FormColumn[] => [
  {
    id: "exercisable",
    number,
    label: "Exercisable",
    short: "Exercisable",
    group: "Date exercisable and expiration date",
    fields: ["exerciseDate"],
    cell: (row) => <FiledDate of={row} name="exerciseDate" />,
  },
  {
    id: "expires",
    number,
    label: "Expires",
    short: "Expires",
    group: "Date exercisable and expiration date",
    fields: ["expirationDate"],
    cell: (row) => <FiledDate of={row} name="expirationDate" />,
  },
];

export const underlyingColumns = (number: string): FormColumn[] => [
  {
    id: "underlying",
    number,
    label: "Title",
    short: "Underlying",
    group: "Underlying securities",
    wraps: true,
    fields: ["underlyingSecurityTitle"],
    cell: (row) => <FiledValue of={row} name="underlyingSecurityTitle" />,
  },
  {
    id: "underlying-shares",
    number,
    label: "Shares",
    short: "Underlying shares",
    group: "Underlying securities",
    isNumeric: true,
    fields: ["underlyingSecurityShares", "underlyingSecurityValue"],
    cell: (row) => (
      <SharesOrValue of={row} shares="underlyingSecurityShares" value="underlyingSecurityValue" valueLabel="value" />
    ),
  },
];
