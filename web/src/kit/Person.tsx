/** A person: the first character or the initials in a circle, and the name. */
export function Person({ name, short = false }: { name: string; short?: boolean }) {
  return (
    <span className="row gap4 person">
      <span className="face sm" title={name}>
        {initials(name)}
      </span>
      {!short && <span className="cut">{name}</span>}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = '?', second] = words;
  return /^[\p{ASCII}]/u.test(first) && second ? `${first[0]}${second[0]}`.toUpperCase() : (Array.from(first)[0] ?? '?').toUpperCase();
}
