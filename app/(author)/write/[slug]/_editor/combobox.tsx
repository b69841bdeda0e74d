"use client";

import { useId, useState, type KeyboardEvent, type ReactNode } from "react";

export interface Offer {
  readonly value: string;
  readonly name: string;
  /** Why it is offered: the alias that was typed, what it means. */
  readonly about?: ReactNode;
}

interface Props {
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly typed: string;
  readonly offers: readonly Offer[];
  readonly onType: (typed: string) => void;
  readonly onChoose: (value: string) => void;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
  readonly place: string;
  /** What is said where nothing that is offered fits. */
  readonly none?: string;
}

/** A field that offers what fits while one types (the combobox pattern of ARIA 1.2). */
export function Combobox(props: Props) {
  const { label, placeholder, typed, offers, onType, place, none } = props;
  const id = useId();
  const list = useOffers(props);
  const isVain = typed.trim() !== "" && offers.length === 0;
  return (
    <div className="ed-combobox">
      <input
        id={id}
        className="ed-input"
        role="combobox"
        aria-label={label}
        aria-expanded={list.isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={list.isShown ? `${id}-${list.at}` : undefined}
        autoComplete="off"
        placeholder={placeholder}
        data-place={place}
        value={typed}
        onChange={(event) => {
          onType(event.target.value);
          list.open();
        }}
        onKeyDown={list.press}
        onBlur={list.close}
      />
      {/* A list of the browser's own cannot show why something is offered. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div id={`${id}-list`} role="listbox" aria-label={label} hidden={!list.isShown}>
        {offers.map((offer, nth) => (
          <div
            key={offer.value}
            id={`${id}-${nth}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="option"
            aria-selected={nth === list.at}
            tabIndex={-1}
            // Before the field loses the focus, with which the list would go.
            onMouseDown={(event) => {
              event.preventDefault();
              list.choose(offer);
            }}
          >
            <b>{offer.name}</b>
            {offer.about !== undefined && <span>{offer.about}</span>}
          </div>
        ))}
      </div>
      {none !== undefined && (
        <output className={isVain ? "ed-hint block" : undefined}>{isVain && none}</output>
      )}
    </div>
  );
}

/** Which offer is at hand, and what keys do. */
function useOffers({ offers, onChoose, onKeyDown }: Props) {
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen && offers.length > 0;
  const at = Math.min(active, offers.length - 1);

  function choose(offer: Offer | undefined) {
    if (!offer) return;
    onChoose(offer.value);
    setOpen(false);
    setActive(0);
  }

  function step(by: number) {
    if (isShown) setActive((at + by + offers.length) % offers.length);
    setOpen(true);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && !event.altKey && offers.length > 0) {
      event.preventDefault();
      step(by);
    } else if (event.key === "Enter" && isShown) {
      event.preventDefault();
      choose(offers[at]);
    } else if (event.key === "Escape" && isShown) {
      event.stopPropagation();
      setOpen(false);
    } else onKeyDown?.(event);
  }

  function open() {
    setOpen(true);
    setActive(0);
  }

  return { at, isShown, choose, press, open, close: () => setOpen(false) };
}
