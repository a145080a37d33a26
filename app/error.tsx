'use client';

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main id="main">
      <h1>Something went wrong on our side</h1>
      <p className="lede">This is Outport’s mistake. It says nothing about your mail server.</p>
      <button className="button-primary" type="button" onClick={reset}>
        Try again
      </button>
    </main>
  );
}
