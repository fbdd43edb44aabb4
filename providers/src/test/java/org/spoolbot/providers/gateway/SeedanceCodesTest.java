package org.spoolbot.providers.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.error.ErrorKind;

class SeedanceCodesTest {
    @ParameterizedTest(name = "{0} {1} is {3}")
    @CsvSource({
        "400, MissingParameter, '', INVALID_PARAMS",
        "400, InvalidParameter.duration, '', INVALID_PARAMS",
        "400, InvalidParameter.TaskTypeConstraint, '', INVALID_PARAMS",
        "400, InputImageSensitiveContentDetected.PrivacyInformation, may contain real person, FACE_REJECTED",
        "400, InputVideoSensitiveContentDetected.PrivacyInformation, '', FACE_REJECTED",
        "400, OutputVideoSensitiveContentDetected.PolicyViolation, '', COPYRIGHT",
        "400, SensitiveContentDetected.Violence, '', CONTENT_POLICY",
        "400, InputTextRiskDetection, '', CONTENT_POLICY",
        "403, PUBLIC_BLOCKED, '', CONTENT_POLICY",
        "400, fail_to_fetch_task, InputImageSensitiveContentDetected.PrivacyInformation: see content[1], FACE_REJECTED",
        "500, GENERATION_FAILED, upstream said OutputVideoSensitiveContentDetected, CONTENT_POLICY",
        "400, '', The request failed because the input image may contain real person., FACE_REJECTED",
        "500, x, related to copyright restrictions., COPYRIGHT",
        "400, x, The request failed because the input text may contain sensitive information., CONTENT_POLICY",
        "401, AuthenticationError, '', AUTH",
        "401, '', '', AUTH",
        "402, '', '', NO_CREDIT",
        "403, AccountOverdueError, '', NO_CREDIT",
        "403, '', quota is insufficient, NO_CREDIT",
        "403, '', '', AUTH",
        "404, '', '', NOT_FOUND",
        "400, task_not_exist, '', NOT_FOUND",
        "429, RateLimitExceeded, '', RATE_LIMIT",
        "429, '', '', RATE_LIMIT",
        "429, '', insufficient balance, NO_CREDIT",
        "429, RateLimitExceeded, Your balance is used up, NO_CREDIT",
        "503, model_not_found, '', ROUTE_MISCONFIGURED",
        "503, '', no available channel for this model, ROUTE_MISCONFIGURED",
        "500, InternalServiceError, '', UPSTREAM",
        "502, '', '', UPSTREAM",
        "302, '', '', PROTOCOL"
    })
    void each_refusal_becomes_the_kind_that_decides_the_members_sentence(int status, String code, String message, ErrorKind kind) {
        assertThat(new SeedanceCodes().ofAnswer(status, new GatewayFault(code, message))).isEqualTo(kind);
    }
}
