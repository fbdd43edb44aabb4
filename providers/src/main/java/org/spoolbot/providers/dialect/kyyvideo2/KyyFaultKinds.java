package org.spoolbot.providers.dialect.kyyvideo2;

import static org.spoolbot.api.error.ErrorKind.AUTH;
import static org.spoolbot.api.error.ErrorKind.CONTENT_POLICY;
import static org.spoolbot.api.error.ErrorKind.COPYRIGHT;
import static org.spoolbot.api.error.ErrorKind.FACE_REJECTED;
import static org.spoolbot.api.error.ErrorKind.INVALID_PARAMS;
import static org.spoolbot.api.error.ErrorKind.MEDIA_UNFETCHABLE;
import static org.spoolbot.api.error.ErrorKind.NOT_FOUND;
import static org.spoolbot.api.error.ErrorKind.NO_CREDIT;
import static org.spoolbot.api.error.ErrorKind.RATE_LIMIT;
import static org.spoolbot.api.error.ErrorKind.TIMEOUT;

import java.util.List;
import java.util.Optional;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.providers.gateway.FaultKinds;
import org.spoolbot.providers.gateway.GatewayFault;
import org.spoolbot.providers.gateway.SeedanceCodes;
import org.spoolbot.providers.gateway.ToldPictures;

/** Errors are sentences, Chinese or English, that may hold a code of the model's maker. */
final class KyyFaultKinds implements FaultKinds {
    /** From the most to the least telling: the first that fits decides. */
    private static final List<Sign> SIGNS = List.of(
            new Sign(FACE_REJECTED, "人脸", "真人", "肖像", "real person", "human face", "real human", "face detected", "asset library", "素材库"),
            new Sign(COPYRIGHT, "版权", "侵权", "copyright", "trademark"),
            new Sign(MEDIA_UNFETCHABLE, "无法访问", "无法下载", "下载失败", "素材不存在", "asset not found", "failed to download", "failed to fetch"),
            new Sign(CONTENT_POLICY, "敏感", "违规", "审核", "sensitive", "content policy", "moderation", "nsfw"),
            new Sign(NO_CREDIT, "余额", "欠费", "insufficient balance", "insufficient credit", "overdue"),
            new Sign(RATE_LIMIT, "频繁", "限流", "并发", "rate limit", "too many requests"),
            new Sign(AUTH, "令牌", "密钥", "未授权", "unauthorized", "invalid api key", "invalid token"),
            new Sign(NOT_FOUND, "任务不存在", "task not found", "task does not exist"),
            new Sign(TIMEOUT, "超时", "timed out", "timeout"),
            new Sign(INVALID_PARAMS, "参数", "不支持", "invalid param", "not support", "must be"));

    private final SeedanceCodes makers = new SeedanceCodes();

    private record Sign(ErrorKind kind, List<String> words) {
        Sign(ErrorKind kind, String... words) {
            this(kind, List.of(words));
        }

        boolean fits(GatewayFault fault) {
            return fault.mentions(words.toArray(String[]::new));
        }
    }

    @Override
    public ErrorKind ofAnswer(int status, GatewayFault fault) {
        return switch (status) {
            case 401 -> AUTH;
            case 402 -> NO_CREDIT;
            case 404 -> NOT_FOUND;
            default -> FaultKinds.super.ofAnswer(status, fault);
        };
    }

    @Override
    public Optional<ErrorKind> known(GatewayFault fault) {
        return makers.known(fault)
                .or(() -> SIGNS.stream().filter(sign -> sign.fits(fault)).findFirst().map(Sign::kind));
    }

    @Override
    public List<Blame> blames(GatewayFault fault, GenerationOrder order) {
        List<Blame> told = ToldPictures.in(fault, order.request());
        if (!told.isEmpty()) {
            return told;
        }
        // The maker counts items as the gateway put them together, which is known only where there is but one kind.
        boolean pictures = order.request().references().stream().allMatch(reference -> reference.kind() == MediaKind.IMAGE);
        return pictures ? makers.blames(fault, order) : SeedanceCodes.ofMaking(fault);
    }

    /** What of a failed task the answer alone blames. */
    static List<Blame> ofMaking(GatewayFault fault) {
        List<Blame> told = ToldPictures.in(fault);
        return told.isEmpty() ? SeedanceCodes.ofMaking(fault) : told;
    }
}
