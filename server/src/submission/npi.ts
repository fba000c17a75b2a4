/**
 * Whether ten digits are an NPI by their check digit: the Luhn sum over 80840 (ISO 7812: health, United States) and
 * the NPI is a multiple of ten (45 CFR 162.406).
 */
export function hasNpiCheckDigit(npi: string): boolean {
  const sum = [...`80840${npi}`].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Whether an NPI is one of those CMS writes into its own test files: no real NPI begins with 0. The two named ones stand
 * in its samples, and so do `0000000001` and its like.
 */
export function isTestNpi(npi: string): boolean {
  return npi.startsWith('0000') || npi === '0777777777' || npi === '0123456789';
}
