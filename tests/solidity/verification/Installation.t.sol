// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReexecutionVerifier} from "../../../contracts/interfaces/IReexecutionVerifier.sol";
import {NetworkTwin, Twin} from "./NetworkTwin.sol";
import {ReexecutionTest} from "./ReexecutionTest.sol";
import {SSTORE2} from "solady/utils/SSTORE2.sol";

/// @title Installing networks: what is filed under a commitment is what was committed to, whoever installs it
contract InstallationTest is ReexecutionTest {
    using NetworkTwin for Twin;

    // --- commitments ---

    /// A network is filed under the commitment of its definition, and under nothing else.
    /// forge-config: default.fuzz.runs = 60
    function testFuzz_WhenInstalled_ItIsFiledUnderItsCommitment(address installer, uint256 seed) public {
        Twin memory twin = NetworkTwin.random(seed, _sizes(1 + seed % 90, 1 + seed % 41, 1 + seed % 7));
        bytes32 commitment = twin.commitment();
        vm.assertFalse(_verifier.isInstalled(commitment));
        address[] memory blobs = _store(twin.words());

        vm.expectEmit(address(_verifier));
        emit IReexecutionVerifier.NetworkInstalled(commitment, installer, twin.sizes, twin.shifts);
        vm.prank(installer);
        vm.assertEq(_verifier.install(twin.sizes, twin.shifts, twin.allBiases(), blobs), commitment);
        vm.assertTrue(_verifier.isInstalled(commitment));
    }

    /// The golden value that Python has as well.
    function test_WhenAKnownNetworkIsInstalled_ItsCommitmentIsWhatItAlwaysWas() public {
        Twin memory twin = NetworkTwin.random(1, _sizes(2, 3, 2));
        (twin.weights[0][0][0], twin.weights[0][0][1]) = (1, -2);
        (twin.weights[0][1][0], twin.weights[0][1][1]) = (3, 4);
        (twin.weights[0][2][0], twin.weights[0][2][1]) = (-127, 127);
        (twin.weights[1][0][0], twin.weights[1][0][1], twin.weights[1][0][2]) = (5, -6, 7);
        (twin.weights[1][1][0], twin.weights[1][1][1], twin.weights[1][1][2]) = (-1, 0, 1);
        (twin.biases[0][0], twin.biases[0][1], twin.biases[0][2]) = (10, -20, 30);
        (twin.biases[1][0], twin.biases[1][1]) = (0, 1);
        twin.shifts[0] = 3;
        vm.assertEq(_install(twin), 0x6cfe058884159c91b2a0a9169b1260291561b3de18e917c81bc982005c9a77d2);
    }

    /// A weight, a bias or a shift that differs makes another network.
    /// forge-config: default.fuzz.runs = 60
    function testFuzz_WhenANumberDiffers_TheCommitmentDoes(uint256 seed, uint256 place) public {
        Twin memory twin = NetworkTwin.random(seed, _sizes(37, 33, 5));
        bytes32 before = _install(twin);
        uint256 j = place % 33;
        if (place % 3 == 0) twin.weights[0][j][place % 37] = _other(twin.weights[0][j][place % 37]);
        else if (place % 3 == 1) twin.biases[0][j] = _other(twin.biases[0][j]);
        else twin.shifts[0] ^= 1;
        vm.assertTrue(_install(twin) != before);
    }

    /// A network whose weights take two contracts is installed in several transactions, and answers.
    function test_GivenManyWeights_TheyAreStoredOneAfterTheOther() public {
        Twin memory twin = NetworkTwin.random(7, _sizes(784, 32, 10));
        bytes memory words = twin.words();
        vm.assertEq(words.length, (784 + 32) * 32);
        bytes32 commitment = _install(twin);
        vm.assertEq(commitment, twin.commitment());
        for (uint256 i; i < 4; ++i) {
            int256[] memory x = _inputs(i, 784);
            vm.assertEq(_verifier.answer(commitment, NetworkTwin.hexOf(x)), _digits(twin.label(x), 10));
        }
    }

    /// A network is installed once: again, it is refused, and what was there stays.
    function test_RevertWhen_InstalledAgain() public {
        Twin memory twin = NetworkTwin.random(1, _sizes(3, 2));
        bytes32 commitment = _install(twin);
        address[] memory blobs = _store(twin.words());
        vm.expectRevert(abi.encodeWithSelector(IReexecutionVerifier.AlreadyInstalled.selector, commitment));
        _verifier.install(twin.sizes, twin.shifts, twin.allBiases(), blobs);
    }

    // --- blobs ---

    /// Weights lie where they were said to, once, whoever stores them and however often.
    function testFuzz_WhenWeightsAreStored_TheyLieAtTheirAddress(bytes calldata weights, address other) public {
        vm.assume(weights.length != 0);
        address blob = _verifier.blobOf(weights);
        vm.assertEq(blob.code.length, 0);
        vm.assertEq(_verifier.store(weights), blob);
        vm.assertEq(blob.code, bytes.concat(hex"00", weights));
        vm.prank(other);
        vm.assertEq(_verifier.store(weights), blob);
    }

    /// No more and no less than what a blob holds is stored.
    function test_RevertWhen_WeightsDoNotFit() public {
        bytes[2] memory wrong = [bytes(""), new bytes(BLOB + 1)];
        for (uint256 i; i < 2; ++i) {
            address blob = _verifier.blobOf(wrong[i]);
            vm.expectRevert(abi.encodeWithSelector(IReexecutionVerifier.InvalidBlob.selector, 0, blob));
            _verifier.store(wrong[i]);
        }
        _verifier.store(new bytes(BLOB));
    }

    /// Code that somebody else brings is refused, though it reads the same: it might change.
    function test_RevertWhen_ABlobWasStoredElsewhere() public {
        Twin memory twin = NetworkTwin.random(1, _sizes(3, 2));
        address foreign = SSTORE2.write(twin.words());
        _refused(twin, _one(foreign), abi.encodeWithSelector(IReexecutionVerifier.InvalidBlob.selector, 0, foreign));
        address pretended = makeAddr("pretended");
        vm.etch(pretended, bytes.concat(hex"00", twin.words()));
        _refused(twin, _one(pretended), abi.encodeWithSelector(IReexecutionVerifier.InvalidBlob.selector, 0, pretended));
        _refused(
            twin, _one(address(0)), abi.encodeWithSelector(IReexecutionVerifier.InvalidBlob.selector, 0, address(0))
        );
    }

    /// Weights cannot be cut into many small blobs, which would be dear to read ever after.
    function test_RevertWhen_BlobsAreCutSmall() public {
        Twin memory twin = NetworkTwin.random(1, _sizes(2, 2));
        bytes memory words = twin.words();
        address[] memory blobs = new address[](2);
        blobs[0] = _verifier.store(_slice(words, 0, 32));
        blobs[1] = _verifier.store(_slice(words, 32, 64));
        _refused(twin, blobs, abi.encodeWithSelector(IReexecutionVerifier.WrongBlobCount.selector, 1, 2));
        _refused(twin, _one(blobs[0]), abi.encodeWithSelector(IReexecutionVerifier.InvalidBlob.selector, 0, blobs[0]));
        address[] memory none;
        _refused(twin, none, abi.encodeWithSelector(IReexecutionVerifier.WrongBlobCount.selector, 1, 0));
    }

    /// A blob too long is refused as well.
    function test_RevertWhen_ABlobIsTooLong() public {
        Twin memory twin = NetworkTwin.random(1, _sizes(2, 2));
        address blob = _verifier.store(bytes.concat(twin.words(), hex"80"));
        _refused(twin, _one(blob), abi.encodeWithSelector(IReexecutionVerifier.InvalidBlob.selector, 0, blob));
    }

    // --- numbers ---

    /// A weight of -128 is none, wherever it stands.
    /// forge-config: default.fuzz.runs = 60
    function testFuzz_RevertWhen_AWeightIsTheLeastByte(uint256 j, uint256 i) public {
        Twin memory twin = NetworkTwin.random(1, _sizes(40, 35));
        (j, i) = (bound(j, 0, 34), bound(i, 0, 39));
        twin.weights[0][j][i] = -128;
        bytes memory refusal = abi.encodeWithSelector(IReexecutionVerifier.WeightOutOfRange.selector, 1, j, i / 32);
        _refused(twin, _store(twin.words()), refusal);
    }

    /// What stands in the bytes of neurons that are not there does not matter.
    function testFuzz_WhenSpareBytesDiffer_TheNetworkIsTheSame(bytes29 spare) public {
        Twin memory twin = NetworkTwin.random(1, _sizes(2, 3));
        bytes memory words = twin.words();
        for (uint256 k; k < 29; ++k) {
            (words[3 + k], words[35 + k]) = (spare[k], spare[28 - k]);
        }
        bytes32 commitment = _verifier.install(twin.sizes, twin.shifts, twin.allBiases(), _store(words));
        vm.assertEq(commitment, twin.commitment());
        for (uint256 i; i < 4; ++i) {
            int256[] memory x = _inputs(i, 2);
            vm.assertEq(_verifier.answer(commitment, NetworkTwin.hexOf(x)), _digits(twin.label(x), 3));
        }
    }

    /// Biases go to 2^30 and no further.
    function testFuzz_RevertWhen_ABiasIsOutOfRange(int32 bias) public {
        Twin memory twin = NetworkTwin.random(1, _sizes(2, 2));
        vm.assume(bias > 2 ** 30 || bias < -(2 ** 30));
        twin.biases[0][1] = bias;
        bytes memory refusal = abi.encodeWithSelector(IReexecutionVerifier.BiasOutOfRange.selector, 1, bias);
        _refused(twin, _store(twin.words()), refusal);
    }

    /// There is a bias for each neuron.
    function test_RevertWhen_ThereAreOtherBiases() public {
        Twin memory twin = NetworkTwin.random(1, _sizes(2, 2));
        address[] memory blobs = _store(twin.words());
        for (uint256 count = 1; count <= 3; count += 2) {
            vm.expectRevert(abi.encodeWithSelector(IReexecutionVerifier.InvalidBiases.selector, 2, count));
            _verifier.install(twin.sizes, twin.shifts, new int32[](count), blobs);
        }
    }

    /// Shifts are from 0 to 31, one for each layer but the last.
    function test_RevertWhen_ShiftsDoNotFit() public {
        Twin memory twin = NetworkTwin.random(1, _sizes(2, 2, 2));
        address[] memory blobs = _store(twin.words());
        uint8[][3] memory wrong = [new uint8[](0), new uint8[](2), new uint8[](1)];
        wrong[2][0] = 32;
        for (uint256 i; i < 3; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IReexecutionVerifier.InvalidShifts.selector, wrong[i]));
            _verifier.install(twin.sizes, wrong[i], twin.allBiases(), blobs);
        }
    }

    /// Sizes are within their bounds, and there are at least two of them.
    function test_RevertWhen_SizesDoNotFit() public {
        uint32[][7] memory wrong = [
            new uint32[](0),
            new uint32[](1),
            _sizes(0, 1),
            _sizes(1, 0),
            _sizes(65_536, 1),
            _sizes(1, 257),
            new uint32[](257)
        ];
        address[] memory none;
        for (uint256 i; i < wrong.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IReexecutionVerifier.InvalidSizes.selector, wrong[i]));
            _verifier.install(wrong[i], new uint8[](0), new int32[](1), none);
        }
    }

    /// What would not fit the code of one contract is refused before it is written.
    function test_RevertWhen_TheHeaderIsTooLarge() public {
        uint32[] memory sizes = _sizes(1, 6200, 1);
        address[] memory none;
        bytes memory refusal =
            abi.encodeWithSelector(IReexecutionVerifier.NetworkTooLarge.selector, 1 + 6 + 1 + 6201 * 4, 24_575);
        vm.expectRevert(refusal);
        _verifier.install(sizes, new uint8[](1), new int32[](6201), none);
    }

    // --- helpers ---

    function _refused(Twin memory twin, address[] memory blobs, bytes memory refusal) private {
        int32[] memory biases = twin.allBiases();
        vm.expectRevert(refusal);
        _verifier.install(twin.sizes, twin.shifts, biases, blobs);
    }

    function _one(address blob) private pure returns (address[] memory blobs) {
        blobs = new address[](1);
        blobs[0] = blob;
    }

    function _other(int256 value) private pure returns (int256) {
        return value == 0 ? int256(1) : value - value / (value < 0 ? -value : value);
    }
}
