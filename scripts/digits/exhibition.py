"""The chapters about works: what a model made, who believes it and why, and what becomes of a forgery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lazai_py import wei

from .exhibits import mark
from .takings import BUYER, CREATOR, FORGER, WATCHER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lazai_py.aigc import Work
    from lazai_py.errors import LazAIError

    from .data import Pixels
    from .story import Story
    from .works import Gallery

_INK, _LEVELS = " .:oO@", 17
_SIDE = 8


def exhibit(gallery: Gallery, story: Story) -> Gallery:
    """Mint works in three ways, see a forgery fail in each, and sell one."""
    _open(gallery, story)
    work = _refuse(gallery, story)
    _dispute(gallery, story)
    _sell(gallery, work, story)
    return gallery


def _open(gallery: Gallery, story: Story) -> None:
    story.chapter("A network makes works: it reads strips of digits, and each reading becomes a token")
    rules, model = gallery.rules, gallery.model
    story.say(
        "It is the published network of circuits/digits and not the one trained above: only the published one has a "
        "key to make proofs with. What it earns goes to the class above, as if it were theirs."
    )
    story.say(f"model {model.id} has its weights on the chain; {model.revenue}, the class's inlet, has its revenue")
    mint, resale = f"{rules.creator_bps / 100:g} %", f"{rules.royalty_bps / 100:g} %"
    story.say(
        f"{CREATOR} opens collection {gallery.collection.address}: a mint costs {wei(rules.fee)}, of which {mint} is "
        f"hers and the rest the model's; of the price of a resale, {resale} is the model's"
    )


def _refuse(gallery: Gallery, story: Story) -> Work:
    story.chapter("Two ways in which a forgery is refused at once: the chain computes again, or checks a proof")
    work, refusal = gallery.recompute()
    _show(gallery, work, story)
    _refused("one label forged", refusal, story)
    proven, (unprovable, unfitting) = gallery.prove()
    _show(gallery, proven, story)
    story.say("  its proof, 256 bytes, was made just now by lazai_py.proofs; the key is for one digit at a time")
    _refused("another label, with a proof of it", unprovable, story)
    _refused("another label, with the proof of the true one", unfitting, story)
    return work


def _dispute(gallery: Gallery, story: Story) -> None:
    story.chapter("The third way needs no proof: whoever mints stakes a bond, and anybody may show that it is wrong")
    bonded = gallery.bond()
    _show(gallery, bonded, story)
    work, forgery = gallery.forge()
    _draw(gallery, work, story)
    story.say(
        f"work {mark(work.id)} says {forgery.content!r} and is {_name(work)} too, but {FORGER} forged the last label, "
        "and with it the trace of the computation that he staked his bond on"
    )
    moves, rules = gallery.dispute(forgery), gallery.rules
    story.say(f"{WATCHER} runs lz.watch(model), which finds it by itself; {FORGER} defends it; move by move:")
    story.say(" ".join(moves), style="yellow")
    story.say(
        f"the work is {_name(work)}: {FORGER} lost {wei(rules.bond)}, of which {WATCHER} won {wei(rules.won)}; the "
        f"other {wei(rules.bond - rules.won)} were burnt, so that nobody loses to a friend for nothing"
    )
    gallery.correct(work)
    story.say(f"{WATCHER} stakes a bond on {work.content().decode()!r}, which takes its place and is {_name(work)}")
    gallery.wait()
    window = gallery.collection.fraud_proofs.window
    story.say(
        f"{window} blocks later {mark(bonded.id)} is {_name(bonded)} and {mark(work.id)} is {_name(work)}; {CREATOR} "
        f"and {WATCHER}, who staked bonds on the truth, have them back"
    )


def _sell(gallery: Gallery, work: Work, story: Story) -> None:
    story.chapter("A work is resold: the royalty goes where the token says, and from there to the contributors")
    royalty, rules = gallery.resell(work), gallery.rules
    story.say(
        f"{BUYER} buys {mark(work.id)} for {wei(rules.price)}: {wei(rules.price - royalty)} to {CREATOR}, and "
        f"{wei(royalty)} to the inlet, which royaltyInfo names"
    )
    settled = wei(gallery.flush())
    story.say(
        "the model's part of the fees is paid out to the inlet too; flushed through the router into the class, both "
        f"are {settled}, and by the class's terms all of it is the holders'"
    )


def _show(gallery: Gallery, work: Work, story: Story) -> None:
    """Draw what was asked, and say what the model makes of it."""
    _draw(gallery, work, story)
    seen, content = "".join(map(str, gallery.images_of(work).labels)), work.content().decode()
    story.say(f"work {mark(work.id)} says {content!r} and is {_name(work)}")
    if seen != content:
        story.say(f"  people see {seen!r}: the model errs, and a work says what its model says")


def _draw(gallery: Gallery, work: Work, story: Story) -> None:
    for line in drawn(gallery.images_of(work).images):
        story.say(line)


def drawn(images: Pixels) -> Sequence[str]:
    """Return images side by side as lines of characters."""
    rows = images.reshape(len(images), _SIDE, _SIDE)
    return [" ".join(map(_inked, rows[:, row])).rstrip() for row in range(_SIDE)]


def _inked(pixels: Pixels) -> str:
    return "".join(_INK[int(pixel) * len(_INK) // _LEVELS] for pixel in pixels)


def _refused(what: str, refusal: LazAIError, story: Story) -> None:
    # Without the values that failed: an id has 77 digits.
    story.say(f"{what}: {type(refusal).__name__}: {refusal.message.partition(' (')[0]}", style="yellow")


def _name(work: Work) -> str:
    return work.status().name.lower()
