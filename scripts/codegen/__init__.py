"""From Solidity to the package: compiles the contracts into artifacts and writes typed Python from them."""
