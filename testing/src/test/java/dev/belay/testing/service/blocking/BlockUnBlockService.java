package dev.belay.testing.service.blocking;

import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceContract;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceProxy;

/** Port type IBlockUnBlockService. A client of it may be used by any number of threads at once. */
public interface BlockUnBlockService {
    /** The description of this contract. */
    ServiceContract<BlockUnBlockService> CONTRACT = BlockUnBlockServiceClient.CONTRACT;

    /** Operation Block. */
    void block();

    /** Operation UnBlock. */
    void unBlock();

    /** A proxy for the address, not opened yet. */
    static ServiceProxy<BlockUnBlockService> proxy(String address) {
        return CONTRACT.proxy(address);
    }

    /** A proxy for the address with options, not opened yet. */
    static ServiceProxy<BlockUnBlockService> proxy(String address, ProxyOptions options) {
        return CONTRACT.proxy(address, options);
    }

    /** An endpoint at the address that the service serves. */
    static ServiceEndpoint endpoint(BlockUnBlockService service, String address) {
        return CONTRACT.endpoint(service, address);
    }
}
