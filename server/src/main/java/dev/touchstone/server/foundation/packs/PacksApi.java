package dev.touchstone.server.foundation.packs;

import dev.touchstone.engine.policy.ShippedPack;
import dev.touchstone.engine.policy.Text;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/packs")
class PacksApi {

    private final Packs packs;

    PacksApi(Packs packs) {
        this.packs = packs;
    }

    /**
     * @param origin SHIPPED with the platform
     * @param digest SHA-256 over the files of the pack
     */
    record PackView(
            String id,
            String version,
            Text title,
            String licence,
            List<String> languages,
            String origin,
            int policies,
            int measuredRules,
            String digest) {

        static PackView of(ShippedPack pack) {
            return new PackView(
                    pack.id(),
                    pack.version(),
                    pack.title(),
                    pack.licence(),
                    pack.languages(),
                    "SHIPPED",
                    pack.policies().size(),
                    pack.precision().size(),
                    pack.digest());
        }
    }

    @GetMapping
    @Needs(Permission.POLICY_READ)
    Page<PackView> list() {
        return new Page<>(packs.installed().stream().map(PackView::of).toList(), null);
    }
}
