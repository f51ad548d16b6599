package org.tallystick.journeys;

import java.util.concurrent.atomic.AtomicBoolean;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Role;
import org.tallystick.platform.RunningTallystick;
import org.tallystick.platform.RunningTallystick.Answer;

/**
 * What has to be there before anybody can be awarded anything: the organisations of the people who log in, the
 * governor's role and limit. Sent as commands; what is there already is left as it is.
 */
final class Neighbourhood {

    static final String EASTMOOR = "GB-GOR-EA101";
    static final String EASTMOOR_NAME = "HMP Eastmoor";
    static final String THRESHOLD = "GB-CHC-9100001";
    static final String THRESHOLD_NAME = "Threshold Women's Centre";

    private static final Actor OPERATOR = new Actor("p-operator", "", Role.OPERATOR, "", "");
    private static final AtomicBoolean READY = new AtomicBoolean();

    private Neighbourhood() {}

    /** Sees to it once. */
    static void settle() {
        if (READY.getAndSet(true)) {
            return;
        }
        organisation(EASTMOOR, EASTMOOR_NAME, "STATUTORY_BODY");
        organisation("360G-northfield-pcc", "Northfield Police and Crime Commissioner", "STATUTORY_BODY");
        organisation("GB-GOR-AU900", "Public Grants Audit Office", "AUDIT_BODY");
        organisation(THRESHOLD, THRESHOLD_NAME, "VOLUNTARY_ORGANISATION");
        organisation("GB-CHC-9100002", "Roots and Routes", "VOLUNTARY_ORGANISATION");
        send(
                "GiveRole",
                "{\"organisationId\":\"%s\",\"personId\":\"p-eastmoor-1\",\"role\":\"GOVERNOR\"}".formatted(EASTMOOR));
        send("GiveRole", """
                {"organisationId":"GB-CHC-9100002","personId":"p-roots-2","role":"ASSESSOR"}""");
        send(
                "SetDelegatedLimit",
                "{\"organisationId\":\"%s\",\"personId\":\"p-eastmoor-1\",".formatted(EASTMOOR)
                        + "\"limitPence\":50000000,\"from\":\"2024-04-01\"}");
    }

    private static void organisation(String id, String name, String kind) {
        send("ApplyForRegistration", """
                {"organisationId":"%s","name":"%s","kind":"%s","otherIdentifiers":[],"place":"Eastmoor"}\
                """.formatted(id, name, kind));
        send("RegisterOrganisation", "{\"organisationId\":\"%s\"}".formatted(id));
    }

    private static void send(String command, String json) {
        Answer answer = RunningTallystick.shared()
                .command(command, json, OPERATOR, "neighbourhood-" + Integer.toHexString(json.hashCode()));
        boolean thereAlready = answer.status() == 409;
        if (answer.status() != 200 && !thereAlready) {
            throw new IllegalStateException(command + ": " + answer.body());
        }
    }
}
