package dev.belay.testing.service.blocking;

import dev.belay.service.Invoker;
import dev.belay.service.Operation;
import dev.belay.service.ServiceContract;

/** Calls the operations of {@link BlockUnBlockService}. */
final class BlockUnBlockServiceClient implements BlockUnBlockService {
    private static final Operation<BlockUnBlockService, BlockServiceType, BlockServiceResponseType>
            BLOCK =
                    Operation.request(
                                    "Block",
                                    "http://www.example.org/Block",
                                    BlockServiceType.MESSAGE,
                                    "http://www.example.org/BlockResponse",
                                    BlockServiceResponseType.MESSAGE,
                                    (BlockUnBlockService service, BlockServiceType in) -> {
                                        service.block();
                                        return new BlockServiceResponseType();
                                    })
                            .build();

    private static final Operation<
                    BlockUnBlockService, UnBlockServiceType, UnBlockServiceResponseType>
            UN_BLOCK =
                    Operation.request(
                                    "UnBlock",
                                    "http://www.example.org/UnBlock",
                                    UnBlockServiceType.MESSAGE,
                                    "http://www.example.org/UnBlockResponse",
                                    UnBlockServiceResponseType.MESSAGE,
                                    (BlockUnBlockService service, UnBlockServiceType in) -> {
                                        service.unBlock();
                                        return new UnBlockServiceResponseType();
                                    })
                            .build();

    static final ServiceContract<BlockUnBlockService> CONTRACT =
            ServiceContract.<BlockUnBlockService>named(
                            "IBlockUnBlockService", "http://www.example.org")
                    .operation(BLOCK)
                    .operation(UN_BLOCK)
                    .build(BlockUnBlockServiceClient::new);

    private final Invoker invoker;

    private BlockUnBlockServiceClient(Invoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public void block() {
        invoker.call(BLOCK, new BlockServiceType());
    }

    @Override
    public void unBlock() {
        invoker.call(UN_BLOCK, new UnBlockServiceType());
    }
}
