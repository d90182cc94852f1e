package org.clashmap.report.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which network addresses may be connected to: only those of the public internet, by the registries of special-purpose
 * addresses of IANA (RFC 6890 and its successors). A page can name any host, and a name can point to anything, so every
 * address that a name gives is asked.
 */
@FunctionalInterface
interface AddressRule {
    boolean allows(InetAddress address);

    /** Public addresses only. */
    AddressRule PUBLIC = AddressRule::isPublic;

    /** A block of addresses: its first bytes and how many bits of them count. */
    record Block(int bits, List<Integer> prefix) {
        static Block of(int bits, Integer... prefix) {
            return new Block(bits, List.of(prefix));
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int wanted = bit / 8 < prefix.size() ? prefix.get(bit / 8) : 0;
                int shift = 7 - bit % 8;
                if ((address[bit / 8] >> shift & 1) != (wanted >> shift & 1)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** IPv4: this network, private, shared (RFC 6598), loopback, link-local with metadata services, tests, multicast… */
    List<Block> CLOSED_4 = List.of(
            Block.of(8, 0),
            Block.of(8, 10),
            Block.of(10, 100, 64),
            Block.of(8, 127),
            Block.of(16, 169, 254),
            Block.of(12, 172, 16),
            Block.of(24, 192, 0, 0),
            Block.of(24, 192, 0, 2),
            Block.of(24, 192, 88, 99),
            Block.of(16, 192, 168),
            Block.of(15, 198, 18),
            Block.of(24, 198, 51, 100),
            Block.of(24, 203, 0, 113),
            Block.of(4, 224),
            Block.of(4, 240));

    /** IPv6 beyond 2000::/3 is not global unicast; within it documentation, benchmarks, Teredo and 6to4 are closed. */
    List<Block> CLOSED_6 = List.of(
            Block.of(23, 0x20, 0x01, 0x00),
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
            Block.of(16, 0x20, 0x02),
            Block.of(20, 0x3f, 0xff, 0x00));

    private static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] address) {
        return CLOSED_4.stream().noneMatch(block -> block.holds(address));
    }

    private static boolean isPublic6(byte[] address) {
        // NAT64 (64:ff9b::/96) holds an IPv4 address, which is asked in its place; Java unwraps mapped ones itself.
        if (Block.of(96, 0, 0x64, 0xff, 0x9b).holds(address)) {
            return isPublic4(Arrays.copyOfRange(address, 12, 16));
        }
        return Block.of(3, 0x20).holds(address) && CLOSED_6.stream().noneMatch(block -> block.holds(address));
    }
}
