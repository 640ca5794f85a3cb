package dev.belay.testing.shop;

import dev.belay.service.OperationContext;
import dev.belay.soap.Fault;
import dev.belay.soap.FaultException;
import dev.belay.testing.shop.contract.Everything;
import dev.belay.testing.shop.contract.Line;
import dev.belay.testing.shop.contract.Order;
import dev.belay.testing.shop.contract.OtherFault;
import dev.belay.testing.shop.contract.OtherFaultException;
import dev.belay.testing.shop.contract.Shape;
import dev.belay.testing.shop.contract.Shop;
import dev.belay.testing.shop.contract.ShopFault;
import dev.belay.testing.shop.contract.ShopFaultException;
import dev.belay.testing.shop.contract.TagReply;
import dev.belay.testing.shop.contract.TagRequest;
import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the shop does. Free for use by any number of threads. */
final class ShopService implements Shop {
    private static final String NAMESPACE = "http://example.org/shop";

    private final Blocks blocks = new Blocks();
    private final Map<String, Integer> notes = new ConcurrentHashMap<>();

    /** How the calls of {@link #block} fare. */
    Blocks blocking() {
        return blocks;
    }

    @Override
    public int add(int a, int b) {
        return a + b;
    }

    @Override
    public @Nullable String echo(@Nullable String text) {
        return text;
    }

    @Override
    public byte @Nullable [] echoBytes(byte @Nullable [] data) {
        return data;
    }

    @Override
    public @Nullable Order echoOrder(@Nullable Order order) {
        return order;
    }

    @Override
    public @Nullable Everything echoEverything(@Nullable Everything value) {
        return value;
    }

    @Override
    public @Nullable List<@Nullable Shape> echoShapes(@Nullable List<@Nullable Shape> shapes) {
        return shapes;
    }

    @Override
    public @Nullable XmlBuffer echoXml(@Nullable XmlBuffer xml) {
        return xml;
    }

    @Override
    public TagReply tag(TagRequest request) {
        String ticket = request.ticket() == null ? "" : request.ticket();
        Line basket = request.basket();
        String sku = basket == null ? "-" : basket.sku();
        return new TagReply(ticket + '/' + sku, request.text());
    }

    @Override
    public void fail(int code) {
        switch (code) {
            case 1 ->
                    throw new ShopFaultException(
                            Fault.builder(Fault.SENDER, shop("ShopFailed")).reason("shop failed"),
                            new ShopFault(1, "asked to fail"));
            case 2 ->
                    throw new OtherFaultException(
                            Fault.builder(Fault.SENDER, shop("Other")).reason("other failure"),
                            new OtherFault(List.of("one", "two")));
            case 3 ->
                    throw new FaultException(
                            Fault.builder(Fault.SENDER, shop("OutOfStock"))
                                    .reason("out of stock", "en")
                                    .reason("ausverkauft", "de")
                                    .build(),
                            null);
            case 4 -> throw new UndeclaredException();
            default -> {}
        }
    }

    /** What the contract does not know of; without a stack trace, as the host logs it. */
    private static final class UndeclaredException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UndeclaredException() {
            super("a secret of the shop", null, false, false);
        }
    }

    private static XmlName shop(String localName) {
        return XmlName.of(NAMESPACE, localName);
    }

    @Override
    public int block(int ms) {
        Blocks.Block block = blocks.begin();
        CountDownLatch told = new CountDownLatch(1);
        OperationContext.current()
                .onCancel(
                        reason -> {
                            block.told();
                            told.countDown();
                        });
        try {
            if (!told.await(ms, TimeUnit.MILLISECONDS)) {
                block.ended();
            }
        } catch (InterruptedException e) {
            // The host interrupts an operation after it has told it.
            block.told();
        }
        return ms;
    }

    @Override
    public void notify(@Nullable String text) {
        notes.merge(String.valueOf(text), 1, Integer::sum);
    }

    @Override
    public int notified(@Nullable String text) {
        return notes.getOrDefault(String.valueOf(text), 0);
    }

    @Override
    public int[] blocks() {
        Blocks.Counts counts = blocks.counts();
        return new int[] {counts.running(), counts.ended(), counts.told()};
    }

    @Override
    public String whoAmI() {
        return "";
    }
}
