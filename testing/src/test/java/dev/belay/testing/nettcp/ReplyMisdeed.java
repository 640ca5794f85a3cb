package dev.belay.testing.nettcp;

import dev.belay.channel.ChannelState;
import dev.belay.error.ErrorCode;

/** What a server may do in place of a reply, and how the request of the client ends. */
enum ReplyMisdeed {
    END_OF_CONNECTION("", Ending.FIN, ErrorCode.ENDPOINT_DISCONNECTED),
    RESET_OF_CONNECTION("", Ending.RST, ErrorCode.ENDPOINT_DISCONNECTED),
    END_INSIDE_AN_ENVELOPE("060a0001", Ending.FIN, ErrorCode.ENDPOINT_DISCONNECTED),
    RESET_INSIDE_AN_ENVELOPE("060a0001", Ending.RST, ErrorCode.ENDPOINT_DISCONNECTED),
    END_INSIDE_A_SIZE("0680", Ending.FIN, ErrorCode.ENDPOINT_DISCONNECTED),
    UNKNOWN_RECORD("0d", Ending.EXPECT_RESET, ErrorCode.INVALID_FORMAT),
    PREAMBLE_END("0c", Ending.EXPECT_RESET, ErrorCode.INVALID_FORMAT),
    SECOND_ACK("0b", Ending.EXPECT_RESET, ErrorCode.INVALID_FORMAT),
    UNSIZED_ENVELOPE("05", Ending.EXPECT_RESET, ErrorCode.INVALID_FORMAT),
    SIZE_OF_SIX_OCTETS("06808080808001", Ending.EXPECT_RESET, ErrorCode.INVALID_FORMAT),
    SIZE_OF_TWO_GIB("06ffffffff07", Ending.EXPECT_RESET, ErrorCode.QUOTA_EXCEEDED),
    SIZE_ABOVE_THE_QUOTA("06818004", Ending.EXPECT_RESET, ErrorCode.QUOTA_EXCEEDED),
    EMPTY_ENVELOPE("0600", Ending.EXPECT_RESET, ErrorCode.INVALID_FORMAT),
    STRING_TABLE_TOO_LONG("06030a0161", Ending.EXPECT_RESET, ErrorCode.INVALID_FORMAT),
    STRING_NOT_UTF_8("06050302c32801", Ending.EXPECT_RESET, ErrorCode.INVALID_FORMAT),
    STRINGS_ABOVE_THE_QUOTA(
            "069c11" + "9a11" + "9811" + "61".repeat(2200),
            Ending.EXPECT_RESET,
            ErrorCode.QUOTA_EXCEEDED),
    UNDEFINED_STRING("060400420101", Ending.EXPECT_RESET, ErrorCode.INVALID_FORMAT),
    NO_BINARY_XML("060300ffff", Ending.EXPECT_RESET, ErrorCode.INVALID_FORMAT),
    NO_ENVELOPE("06050040016101", Ending.EXPECT_RESET, ErrorCode.INVALID_FORMAT),
    FAULT_RECORD(
            OpenMisdeed.fault(
                    "http://schemas.microsoft.com/ws/2006/05/framing/faults/ServerTooBusy"),
            Ending.EXPECT_RESET,
            ErrorCode.ENDPOINT_TOO_BUSY);

    /** What the server does, or expects of the client, after its answer. */
    enum Ending {
        FIN,
        RST,
        EXPECT_RESET
    }

    final String answer;
    final Ending ending;
    final ErrorCode code;
    final ChannelState after = ChannelState.FAULTED;

    ReplyMisdeed(String answer, Ending ending, ErrorCode code) {
        this.answer = answer;
        this.ending = ending;
        this.code = code;
    }
}
