/** The package has no types: it is the path of its binary for this machine. */
declare module 'relay-compiler' {
  const binary: string;
  export default binary;
}
