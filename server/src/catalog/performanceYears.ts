/**
 * The performance years that `schemas/` has a folder for, ascending. 2017, 2018 and 2027 are there
 * to tell which year a GUID or id belongs to; the rules and scores cover 2019 to 2026.
 */
export const catalogYears: readonly number[] = [
  2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027,
];

/** The performance years whose files can be checked and scored. */
export const performanceYears: readonly number[] = catalogYears.filter(
  (year) => year >= 2019 && year <= 2026,
);
