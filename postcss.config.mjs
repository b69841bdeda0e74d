// Next reads the configuration from the default export.
// oxlint-disable-next-line import/no-default-export
export default { plugins: { "@tailwindcss/postcss": {} } };
