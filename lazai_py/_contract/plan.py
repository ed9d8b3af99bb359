"""The dry run: what an intent would do if it were sent now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

from lazai_py._chain.engine import Call, Engine, Simulation
from lazai_py._contract.abi import Event
from lazai_py._contract.decode import decode_error, decode_events
from lazai_py._errors import InsufficientFunds, LazAIError
from lazai_py._types import Address, Wei

if TYPE_CHECKING:
    from lazai_py._contract.intent import Intent


@dataclass(frozen=True, slots=True)
class Plan:
    """What an intent would do, and what it would cost. Nothing was sent.

    Parameters:
        intent: what is planned, with the calls that prepare it.
        call: the call itself as the chain takes it.
        gas: the gas of all calls; None when this node cannot simulate a call after the ones that prepare it.
        fee: the most that the gas would cost at today's fees; None as `gas` is.
        effects: the events that the calls would emit, in order; None when it would fail or the node cannot tell.
        result: what the function would return.
        failure: why it would not work; None when it would.
    """

    intent: Intent[object]
    call: Call
    gas: int | None
    fee: Wei | None
    effects: tuple[Event, ...] | None
    result: Any
    failure: LazAIError | None

    @property
    def ok(self) -> bool:
        """Whether nothing stands against sending."""
        return self.failure is None

    def __str__(self) -> str:
        lines = [f"{self.intent}", f"  from {self.call.sender}", *(f"  after {each}" for each in self.intent.preparing)]
        if self.gas is not None:
            lines.append(f"  gas {self.gas:,}, at most {self.fee}")
        if self.failure is not None:
            lines.append(f"  would fail: {type(self.failure).__name__}: {self.failure}")
        lines += [f"  emits {event}" for event in self.effects or ()]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


def simulate(intent: Intent[object], sender: Address) -> Plan:
    """Return the plan of an intent for a sender; see `Intent.plan`."""
    engine = intent.contract.check_deployed().engine
    steps = _flattened(intent)
    calls = [step.call(sender) for step in steps]
    unknown = Plan(intent, calls[-1], None, None, None, None, None)
    try:
        simulations = _run(engine, calls)
    except InsufficientFunds as error:
        return replace(unknown, failure=error)
    if simulations is None:
        return unknown
    gas = sum(simulation.gas_used for simulation in simulations)
    fee = Wei(gas * engine.fees().max_fee)
    failure = _refusal(steps, simulations) or _poverty(engine, sender, calls, fee)
    if failure is not None:
        return replace(unknown, gas=gas, fee=fee, failure=failure)
    result = intent.contract.decode_result(intent.function, simulations[-1].data)
    return replace(unknown, gas=gas, fee=fee, effects=_effects(intent, simulations), result=result)


def _flattened(intent: Intent[object]) -> list[Intent[object]]:
    return [step for each in intent.preparing for step in _flattened(each)] + [intent]


def _run(engine: Engine, calls: list[Call]) -> list[Simulation] | None:
    return [engine.simulate(calls[0])] if len(calls) == 1 else engine.simulate_many(calls)


def _refusal(steps: list[Intent[object]], simulations: list[Simulation]) -> LazAIError | None:
    for step, simulation in zip(steps, simulations, strict=True):
        if not simulation.ok:
            return step.explained(decode_error(simulation.data, simulation.reason))
    return None


def _poverty(engine: Engine, sender: Address, calls: list[Call], fee: Wei) -> InsufficientFunds | None:
    have, need = Wei(engine.balance(sender)), Wei(sum(call.value for call in calls)) + fee
    return InsufficientFunds(sender, have, need) if have < need else None


def _effects(intent: Intent[object], simulations: list[Simulation]) -> tuple[Event, ...] | None:
    if any(simulation.logs is None for simulation in simulations):
        return None
    logs = [log for simulation in simulations for log in simulation.logs or ()]
    return decode_events(logs, intent.contracts())
