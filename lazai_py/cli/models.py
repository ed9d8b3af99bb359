"""`lazai model`: models, from a trained one to a version on the chain."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lazai_py._errors import InputError
from lazai_py._extras import optional
from lazai_py.cli.session import Session

if TYPE_CHECKING:
    from lazai_py.models import ModelVersion
    from lazai_py.networks.quantise import Quantised

app = typer.Typer(no_args_is_help=True, help="Models, and networks that a chain can run.", rich_markup_mode=None)

NetworkFile = Annotated[Path, typer.Argument(help="An integer network, as `lazai model export` writes it.")]


@app.command()
def export(
    ctx: typer.Context,
    *,
    onnx: Annotated[Path | None, typer.Option(help="An ONNX file of a multilayer perceptron.")] = None,
    sklearn: Annotated[
        Path | None,
        typer.Option(help="A pickled MLPClassifier. Reading it runs whatever code is in it: only your own files."),
    ] = None,
    calibration: Annotated[Path, typer.Option(help="A .npy file of inputs, one row for each image.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where the integer network is written.")],
) -> None:
    """Make an integer network of a trained model."""
    session: Session = ctx.obj
    if (onnx is None) == (sklearn is None):
        raise InputError("one trained model is exported at a time", remedy="Pass either --onnx or --sklearn")
    found = _quantised(onnx, sklearn, calibration)
    found.network.save(output)
    session.show(
        {
            "network": output,
            "commitment": found.network.commitment,
            "sizes": found.network.sizes,
            "agreement": f"{found.agreement:.4f}",
            "low": repr(found.low),
            "step": repr(found.step),
            "classes": found.classes or None,
        }
    )


@app.command()
def register(
    ctx: typer.Context,
    network: NetworkFile,
    *,
    cls: Annotated[int, typer.Option("--class", help="The class that earnings and quota belong to.")],
    revenue: Annotated[str, typer.Option(help="Who receives fees and royalties of the model's works.")],
    revshare: Annotated[str | None, typer.Option(help="The model's ERC-7641 token.")] = None,
    name: Annotated[str, typer.Option(help="What the model is called.")] = "",
    previous: Annotated[int | None, typer.Option(help="The version before.")] = None,
) -> None:
    """Register an integer network as a model that is verified by re-execution."""
    from lazai_py.networks import IntegerNetwork

    session: Session = ctx.obj
    metadata: dict[str, Any] = {"name": name} if name else {}
    intent = session.signer.models.register.intent(
        IntegerNetwork.load(network), cls=cls, revenue=revenue, revshare=revshare, metadata=metadata, previous=previous
    )
    registered = session.write(intent)
    if registered is not None:
        session.show(_fields(registered))


@app.command()
def show(ctx: typer.Context, model: Annotated[int, typer.Argument(help="The model's id.")]) -> None:
    """Show a version of a model, and its other versions."""
    session: Session = ctx.obj
    models = session.reader.models
    found = models.get(model)
    versions = [each.id for each in models.versions(model)]
    session.show({**_fields(found), "versions": versions, "installed": models.is_installed(found)})


@app.command()
def install(ctx: typer.Context, network: NetworkFile) -> None:
    """Put an integer network on the chain, so that it can be run there. What is there already is left alone."""
    from lazai_py.networks import IntegerNetwork

    session: Session = ctx.obj
    loaded = IntegerNetwork.load(network)
    models = session.signer.models
    if not models.is_installed(loaded) and session.write(models.installing(loaded)) is None:
        return
    session.show({"commitment": loaded.commitment, "verifier": models.reexecution.address})


def _quantised(onnx: Path | None, sklearn: Path | None, calibration: Path) -> Quantised:
    with optional():
        import numpy as np
    from lazai_py.networks.onnx import from_onnx

    try:
        # Without pickles: the file holds numbers, or is refused.
        images = np.load(calibration, allow_pickle=False)
    except (OSError, ValueError) as error:
        raise InputError(f"{calibration} is no array: {error}", remedy="Pass what numpy.save wrote") from None
    return from_onnx(onnx, images) if onnx is not None else _from_pickle(sklearn, images)


def _from_pickle(file: Path | None, images: Any) -> Quantised:
    with optional():
        import joblib  # type: ignore[import-untyped]
    from lazai_py.networks.sklearn import from_sklearn

    try:
        model = joblib.load(file)
    except (OSError, EOFError, KeyError, ValueError, pickle.UnpicklingError) as error:
        raise InputError(
            f"{file} cannot be read: {error}", remedy="Pass what joblib.dump or pickle.dump wrote"
        ) from None
    return from_sklearn(model, images)


def _fields(model: ModelVersion) -> dict[str, object]:
    return {
        "model": model.id,
        "commitment": model.commitment,
        "owner": model.owner,
        "previous": model.previous,
        "class": model.class_id,
        "revshare": model.revshare,
        "revenue": model.revenue,
        "uri": model.uri or None,
        "verifiers": {way.name.lower(): address for way, address in model.verifiers.items()},
    }
