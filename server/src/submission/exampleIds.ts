/** Ids in the manner of CMS's test data: they belong to nobody and have the right form. */
export const EXAMPLE_TIN = '000777777';
export const EXAMPLE_NPI = '0777777778';
