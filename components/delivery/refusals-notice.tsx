/** Said before the next press: one more wrong password may be one too many. */
export function RefusalsNotice({ id, count }: { readonly id: string; readonly count: number }) {
  return (
    <p id={id} className="notice warning">
      {count} logins to this account were refused in a row. Many providers lock an account after a few more. Make sure
      of the user name and password first, for example by signing in on your provider’s website.
    </p>
  );
}
